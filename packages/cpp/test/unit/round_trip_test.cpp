#include <gtest/gtest.h>

#include <bit>
#include <random>

#include "agora/log/json.hpp"
#include "encoding.hpp"

using namespace agora::log;

namespace {

#ifdef AGORA_LOG_LONG_TESTS
constexpr int rounds = 200'000;
#else
constexpr int rounds = 5'000;
#endif

class RandomValues {
public:
    explicit RandomValues(unsigned seed) : random_(seed) {}

    std::size_t below(std::size_t limit) { return random_() % limit; }

    std::string text(bool well_formed) {
        static constexpr std::string_view pieces[] = {"a",      "key",    "\n",     "\"",         "\\",    "\x01",
                                                      "\u00e9", "\u20ac", "\u2028", "\U0001F602", "token", "_agora"};
        static constexpr std::string_view broken[] = {"\xFF", "\xED\xA0\x80", "\xF0\x9F", "\xC0\xAF"};
        std::string out;
        for (std::size_t count = below(6); count > 0; --count) {
            out += well_formed || below(8) != 0 ? pieces[below(std::size(pieces))] : broken[below(std::size(broken))];
        }
        return below(200) == 0 ? out + std::string(9000, 'x') : out;
    }

    Value value(int depth, bool plain) {
        const bool leaf = depth > 20 || --left_ < 0;
        switch (below(leaf ? 7 : plain ? 9 : 12)) {
            case 0:
                return nullptr;
            case 1:
                return below(2) == 0;
            case 2:
                return static_cast<std::int64_t>(random_()) >> below(64);
            case 3:
                return plain ? static_cast<double>(static_cast<int>(random_())) / 64 : std::bit_cast<double>(random_());
            case 4:
            case 5:
            case 6:
                return text(plain);
            case 7:
                return array(depth, plain);
            case 8:
                return object(depth, plain);
            case 9:
                return random_();
            case 10:
                return Timestamp(static_cast<std::int64_t>(random_()) >> below(20));
            default:
                // A longer stack would be cut as text when the entry is read and written again.
                return Exception{
                    text(false),        text(false), "at a\nat b", object(depth, false), value(depth + 1, false),
                    array(depth, false)};
        }
    }

    Array array(int depth, bool plain) {
        Array array;
        for (std::size_t count = below(50) == 0 ? 300 : below(5); count > 0; --count) {
            array.push_back(value(depth + 1, plain));
        }
        return array;
    }

    Object object(int depth, bool plain) {
        Object object;
        for (std::size_t count = !plain && below(50) == 0 ? 200 : below(5); count > 0; --count) {
            object.set(text(plain), value(depth + 1, plain));
        }
        return object;
    }

private:
    std::mt19937_64 random_;
    // Values that may still be containers, so that an entry cannot grow without end.
    int left_ = 400;
};

}  // namespace

TEST(RoundTrip, OfAnyEntryIsCanonicalAndWithinItsLimit) {
    for (int seed = 0; seed < rounds; ++seed) {
        RandomValues random(static_cast<unsigned>(seed));
        EncoderOptions options = encoding::options();
        options.max_entry_bytes = random.below(3) == 0 ? 4096 : 31'999;
        const Context context = random.object(1, false);
        const std::string message = random.text(false);
        const Value error = random.below(3) == 0 ? random.value(1, false) : Value();
        Record entry = encoding::record(context);
        entry.message = message;
        entry.error = &error;
        const std::string line = encoding::line_of(entry, options);

        ASSERT_LE(line.size(), options.max_entry_bytes) << seed;
        ASSERT_EQ(line.find('\n'), line.size() - 1) << seed;
        ASSERT_EQ(repair_utf8(line), line) << seed;
        const Result<Value> parsed = parse_json(line, Integers::as_in_entries);
        ASSERT_TRUE(parsed) << seed << parsed.error().message;
        // With `_agora` beside 128 members, the object has one more than is kept.
        const Value* const written = parsed.value().as_object().find("context");
        if (written != nullptr && written->as_object().size() <= 128) {
            const std::size_t begin = line.find(",\"context\":{") + 11;
            // What was kept is within every limit, so that writing it again gives the same bytes.
            const std::string canonical = to_json(*written);
            ASSERT_EQ(line.substr(begin, canonical.size()), canonical) << seed;
        }
    }
}

TEST(RoundTrip, OfPlainValuesLosesNothing) {
    for (int seed = 0; seed < rounds; ++seed) {
        RandomValues random(static_cast<unsigned>(seed));
        const Value value = random.array(10, true);
        const std::string text = to_json(value);
        const Result<Value> parsed = parse_json(text);
        ASSERT_TRUE(parsed) << seed;
        ASSERT_EQ(to_json(parsed.value()), text) << seed;
    }
}
