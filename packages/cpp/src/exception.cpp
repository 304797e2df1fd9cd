#include "agora/log/exception.hpp"

#include <cstdlib>
#include <memory>
#include <system_error>
#include <typeinfo>

#if defined(__GNUC__)
#include <cxxabi.h>
#endif

#include "agora/log/gen/tables.hpp"

namespace agora::log {

namespace {

std::string demangled(const std::type_info& type) {
#if defined(__GNUC__)
    const std::unique_ptr<char, void (*)(void*)> name(abi::__cxa_demangle(type.name(), nullptr, nullptr, nullptr),
                                                      &std::free);
    return name ? name.get() : type.name();
#else
    return type.name();
#endif
}

// `throw_with_nested` throws a class of the standard library's own that derives from the one that was meant.
std::string type_name(const std::type_info& type) {
    std::string name = demangled(type);
    for (const std::string_view wrapper : {"std::_Nested_exception<", "std::__nested<", "std::__1::__nested<",
                                           "class std::_With_nested_v2<", "class std::_With_nested<"}) {
        if (name.starts_with(wrapper) && name.ends_with('>')) {
            name = name.substr(wrapper.size(), name.size() - wrapper.size() - 1);
            name.erase(name.find_last_not_of(' ') + 1);
        }
    }
    for (const std::string_view prefix : {"class ", "struct "}) {
        if (name.starts_with(prefix)) {
            name.erase(0, prefix.size());
        }
    }
    return name;
}

std::string current_type_name() {
#if defined(__GNUC__)
    if (const std::type_info* const type = abi::__cxa_current_exception_type()) {
        return demangled(*type);
    }
#endif
    return {};
}

Exception describe(const std::exception& error) {
    const char* const what = error.what();
    Exception described{type_name(typeid(error)), what == nullptr ? "" : what, {}, {}, {}, {}};
    if (const auto* const system = dynamic_cast<const std::system_error*>(&error)) {
        described.properties.set("code", system->code().value());
        described.properties.set("category", system->code().category().name());
    }
    return described;
}

std::exception_ptr nested_in(const std::exception& error) {
    const auto* const nested = dynamic_cast<const std::nested_exception*>(&error);
    return nested == nullptr ? nullptr : nested->nested_ptr();
}

struct Link {
    Value value;
    std::exception_ptr next;
};

Link open(const std::exception_ptr& pointer) {
    try {
        std::rethrow_exception(pointer);
    } catch (const std::exception& error) {
        return {describe(error), nested_in(error)};
    } catch (const std::string& text) {
        return {text, nullptr};
    } catch (const char* text) {
        return {text, nullptr};
    } catch (bool boolean) {
        return {boolean, nullptr};
    } catch (int number) {
        return {number, nullptr};
    } catch (long number) {
        return {number, nullptr};
    } catch (long long number) {
        return {number, nullptr};
    } catch (unsigned number) {
        return {number, nullptr};
    } catch (unsigned long number) {
        return {number, nullptr};
    } catch (unsigned long long number) {
        return {number, nullptr};
    } catch (double number) {
        return {number, nullptr};
    } catch (const Exception& error) {
        return {error, nullptr};
    } catch (const Value& value) {
        return {value, nullptr};
    } catch (const std::nested_exception& error) {
        return {Exception{current_type_name(), {}, {}, {}, {}, {}}, error.nested_ptr()};
    } catch (...) {
        return {Exception{current_type_name(), {}, {}, {}, {}, {}}, nullptr};
    }
}

// One link more than is written, so that the encoder sees that something is left out.
constexpr std::size_t longest_chain = gen::limit_chain + 1;

Value chain_of(Link first) {
    std::vector<Value> links;
    links.push_back(std::move(first.value));
    for (std::exception_ptr next = first.next; next != nullptr && links.size() < longest_chain;) {
        Link link = open(next);
        links.push_back(std::move(link.value));
        next = link.next;
    }
    Value chain = std::move(links.back());
    links.pop_back();
    while (!links.empty()) {
        Exception outer = links.back().as_exception();
        outer.cause = std::move(chain);
        chain = Value(std::move(outer));
        links.pop_back();
    }
    return chain;
}

template <class Make>
Value or_nothing(Make&& make) noexcept {
    try {
        return make();
    } catch (...) {
        // Only memory can be missing. Null says that there is no error, which is all that is left to say.
        return {};
    }
}

}  // namespace

Exc Exc::capture(const std::exception& error) noexcept {
    return {or_nothing([&error] { return chain_of({describe(error), nested_in(error)}); }), Tag{}};
}

Exc exc(const std::exception& error) noexcept { return Exc::capture(error); }

Exc exc(const std::exception_ptr& error) noexcept {
    return {error == nullptr ? Value() : or_nothing([&error] { return chain_of(open(error)); }), Exc::Tag{}};
}

Exc exc(Value value) noexcept { return {std::move(value), Exc::Tag{}}; }

Value detail::threw_current() {
    const Exc thrown = exc(std::current_exception());
    const std::string& type = thrown.value().as_exception().type;
    return "[threw " + (type.empty() ? std::string("Error") : type) + "]";
}

}  // namespace agora::log
