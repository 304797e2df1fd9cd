#include "agora/log/detail/function_name.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <vector>

#include "agora/log/location.hpp"

namespace {

constexpr std::string_view bare(std::string_view signature) {
    return agora::log::detail::FunctionName(signature).bare();
}

std::string here(agora::log::Location where = std::source_location::current()) { return std::string(where.function()); }

struct Book {
    std::string made;
    Book() : made(here()) {}
    explicit operator bool() const { return here() == "operator bool"; }
    // Compilers spell the type in their own ways.
    operator std::vector<int>() const { return {here().starts_with("operator ") && !here().ends_with(')')}; }
    std::string operator()(int) const { return here(); }
    std::string operator<<(int) const { return here(); }
    std::string operator[](int) const { return here(); }
    std::string operator=(int) { return here(); }
    static std::string of() { return here(); }
    template <class T>
    std::string bid(T, std::function<int(T)>) const {
        return here();
    }
    std::function<std::string()> later() const {
        return [] { return here(); };
    }
};

template <class T>
struct Queue {
    std::string push(T) & noexcept { return here(); }
    std::string from_lambda() {
        return [](auto) { return [] { return here(); }(); }(1);
    }
};

const std::string at_namespace_scope = here();

}  // namespace

TEST(FunctionName, IsCutOutOfWhatGccSays) {
    EXPECT_EQ(bare("int main()"), "main");
    EXPECT_EQ(bare("ns::A<T>::A(int) [with T = std::vector<int>]"), "A");
    EXPECT_EQ(bare("ns::A<T>::~A() [with T = int]"), "~A");
    EXPECT_EQ(bare("void ns::A<T>::m(U, std::function<int(T)>) const [with U = const char*; T = int]"), "m");
    EXPECT_EQ(
        bare("ns::A<std::vector<int> >::m<const char*>(const char*) const::<lambda(auto:11)> [with auto:11 = int]"),
        "<anonymous>");
    EXPECT_EQ(bare("main()::<lambda()>::<lambda()>"), "<anonymous>");
    EXPECT_EQ(bare("<lambda(int)>"), "<anonymous>");
    EXPECT_EQ(bare("main()::<lambda()>::Local::f()"), "f");
    EXPECT_EQ(bare("ns::A<T>::operator bool() const [with T = int]"), "operator bool");
    EXPECT_EQ(bare("ns::A<T>::operator std::vector<T>() const [with T = int]"), "operator std::vector<T>");
    EXPECT_EQ(bare("bool ns::A<T>::operator()(int) const [with T = int]"), "operator()");
    EXPECT_EQ(bare("ns::A<T>& ns::A<T>::operator=(int) [with T = int]"), "operator=");
    EXPECT_EQ(bare("bool ns::A<T>::operator<(int) const [with T = int]"), "operator<");
    EXPECT_EQ(bare("bool ns::A<T>::operator<<(int) [with T = int]"), "operator<<");
    EXPECT_EQ(bare("auto ns::A<T>::operator<=>(const ns::A<T>&) const [with T = int]"), "operator<=>");
    EXPECT_EQ(bare("int ns::A<T>::operator->*(int) [with T = int]"), "operator->*");
    EXPECT_EQ(bare("int ns::A<T>::operator[](int) [with T = int]"), "operator[]");
    EXPECT_EQ(bare("int ns::A<T>::operator,(int)"), "operator,");
    EXPECT_EQ(bare("static void* ns::A<T>::operator new(std::size_t) [with T = int; std::size_t = long unsigned int]"),
              "operator new");
    EXPECT_EQ(bare("std::string ns::operator\"\"_x(long long unsigned int)"), "operator\"\"_x");
    EXPECT_EQ(bare("int (* ns::A<T>::fp(int))(char) [with T = std::vector<int>]"), "fp");
    EXPECT_EQ(bare("const std::string& ns::A<T>::r() const & [with T = int]"), "r");
    EXPECT_EQ(bare("void ns::{anonymous}::B::f()"), "f");
    EXPECT_EQ(bare("static void Opq::operator()()::Loc::g()"), "g");
    EXPECT_EQ(bare("void av() [with auto V = '>']"), "av");
    EXPECT_EQ(bare("void opt(bool (*)(int), int (&)[3])"), "opt");
    EXPECT_EQ(bare("void n::S::co(n::S::co(int)::_ZN1n1S2coEi.Frame*)"), "co");
    EXPECT_EQ(bare("constexpr N::N()"), "N");
    EXPECT_EQ(bare("decltype (f()) g(int)"), "g");
    EXPECT_EQ(bare("Matcher m(operators::Table)"), "m");
    EXPECT_EQ(bare("void operator_like()"), "operator_like");
}

TEST(FunctionName, IsCutOutOfWhatClangAndMsvcSay) {
    EXPECT_EQ(bare("void ns::A<int>::m(U) const [T = int, U = const char *]"), "m");
    EXPECT_EQ(bare("auto main()::(anonymous class)::operator()(int) const"), "<anonymous>");
    EXPECT_EQ(bare("main()::(lambda at a.cpp:3:5)::operator()() const"), "<anonymous>");
    EXPECT_EQ(bare("void (anonymous namespace)::f(int)"), "f");
    EXPECT_EQ(bare("bool operator==<int>(const A<int> &, const A<int> &)"), "operator==");
    EXPECT_EQ(bare("std::ostream &operator<<<char>(std::ostream &, const A &)"), "operator<<");
    EXPECT_EQ(bare("bool operator+<int>(A)"), "operator+");
    EXPECT_EQ(bare("void __cdecl ns::A<int>::m<char>(char)"), "m");
    EXPECT_EQ(bare("main::<lambda_1>::operator ()"), "<anonymous>");
    EXPECT_EQ(bare("main"), "main");
}

TEST(FunctionName, SurvivesTextThatIsNoSignature) {
    EXPECT_EQ(bare(""), "<module>");
    EXPECT_EQ(bare("::"), "<unknown>");
    for (const std::string_view text : {"(", "<", "{", "operator", "operator(", "a<(", "f(')", "[", " [", "]", "a::"}) {
        EXPECT_NO_FATAL_FAILURE(static_cast<void>(bare(text))) << text;
    }
}

TEST(Location, NamesTheFunctionThatCalls) {
    EXPECT_EQ(here(), "TestBody");
    EXPECT_EQ(Book().made, "Book");
    EXPECT_TRUE(static_cast<bool>(Book()));
    EXPECT_EQ(static_cast<std::vector<int>>(Book()), std::vector{1});
    EXPECT_EQ(Book()(1), "operator()");
    EXPECT_EQ(Book() << 1, "operator<<");
    EXPECT_EQ(Book()[1], "operator[]");
    EXPECT_EQ(Book() = 1, "operator=");
    EXPECT_EQ(Book::of(), "of");
    EXPECT_EQ(Book().bid(1.5, {}), "bid");
    EXPECT_EQ(Book().later()(), "<anonymous>");
    Queue<std::vector<int>> queue;
    EXPECT_EQ(queue.push({}), "push");
    EXPECT_EQ(queue.from_lambda(), "<anonymous>");
    EXPECT_EQ(at_namespace_scope, "<module>");
}

TEST(Location, IsMadeByTheCompilerAndAlsoAtRunTime) {
    constexpr agora::log::Location constant = std::source_location::current();
    static_assert(constant.line() > 0);
    const std::source_location source = std::source_location::current();
    const agora::log::Location made = agora::log::Location::at(source);
    EXPECT_EQ(made.function(), constant.function());
    EXPECT_EQ(made.file(), constant.file());
    EXPECT_EQ(made.line(), constant.line() + 2);
    EXPECT_EQ(agora::log::Location().function(), "");
    EXPECT_EQ(agora::log::Location::at("script.lua", 7, "run").line(), 7u);
}
