#include "agora/log/number.hpp"

#include <gtest/gtest.h>

#include <charconv>
#include <limits>

#include "number_sequence.hpp"

using agora::log::number_text;

namespace {

std::string of_bits(std::uint64_t bits) { return number_text(std::bit_cast<double>(bits)); }

std::string hash_of_lines(int count) {
    agora::log::Sha256 hash;
    NumberSequence sequence;
    for (int i = 0; i < count; ++i) {
        const double number = sequence.next();
        char bits[17];
        char* const end = std::to_chars(bits, bits + sizeof bits, std::bit_cast<std::uint64_t>(number), 16).ptr;
        hash.update({bits, static_cast<std::size_t>(end - bits)});
        hash.update(",");
        hash.update(number_text(number));
        hash.update("\n");
    }
    return hash.hex();
}

}  // namespace

TEST(NumberText, IsWrittenAsInJavaScript) {
    EXPECT_EQ(of_bits(0x8000000000000000), "0");
    EXPECT_EQ(number_text(1.0), "1");
    EXPECT_EQ(number_text(-1.5), "-1.5");
    EXPECT_EQ(number_text(100000.0), "100000");
    EXPECT_EQ(number_text(0.0001), "0.0001");
    EXPECT_EQ(number_text(0.00001), "0.00001");
    EXPECT_EQ(of_bits(0x3eb0c6f7a0b5ed8d), "0.000001");
    EXPECT_EQ(of_bits(0x3eb0c6f7a0b5ed8c), "9.999999999999997e-7");
    EXPECT_EQ(number_text(1e-7), "1e-7");
    EXPECT_EQ(number_text(1e16), "10000000000000000");
    EXPECT_EQ(of_bits(0x444b1ae4d6e2ef4f), "999999999999999900000");
    EXPECT_EQ(of_bits(0x444b1ae4d6e2ef50), "1e+21");
    EXPECT_EQ(of_bits(0x44b52d02c7e14af6), "1e+23");
    EXPECT_EQ(of_bits(0x44b52d02c7e14af5), "9.999999999999997e+22");
    EXPECT_EQ(of_bits(0x0000000000000001), "5e-324");
    EXPECT_EQ(of_bits(0x7fefffffffffffff), "1.7976931348623157e+308");
    EXPECT_EQ(of_bits(0xffefffffffffffff), "-1.7976931348623157e+308");
    EXPECT_EQ(of_bits(0x43e0000000000000), "9223372036854776000");
    EXPECT_EQ(of_bits(0x43143ff3c1cb0959), "1424953923781206.2");
    EXPECT_EQ(number_text(0.1 + 0.2), "0.30000000000000004");
    EXPECT_EQ(number_text(0.1f), "0.10000000149011612");
    EXPECT_EQ(number_text(9007199254740991.0), "9007199254740991");
    EXPECT_EQ(number_text(9007199254740992.0), "9007199254740992");
    EXPECT_EQ(number_text(-9007199254740993.0), "-9007199254740992");
}

TEST(NumberText, IsAWordForWhatIsNotFinite) {
    EXPECT_EQ(number_text(std::numeric_limits<double>::quiet_NaN()), "NaN");
    EXPECT_EQ(number_text(std::numeric_limits<double>::infinity()), "Infinity");
    EXPECT_EQ(number_text(-std::numeric_limits<double>::infinity()), "-Infinity");
}

TEST(NumberText, HasThePublishedHashOfTheNumberFile) {
    EXPECT_EQ(hash_of_lines(1'000), "be18b62b6f69cdab33a7e0dae0d9cfa869fda80ddc712221570f9f40a5878687");
    EXPECT_EQ(hash_of_lines(10'000), "b9f7a8e75ef22a835685a52ccba7f7d6bdc99e34b010992cbc5864cd12be6892");
#ifdef AGORA_LOG_LONG_TESTS
    EXPECT_EQ(hash_of_lines(1'000'000), "49415fee2c56c77864931bd3624faad425c3c577d6d74e89a83bc725506dad16");
#else
    EXPECT_EQ(hash_of_lines(100'000), "22776e6d4b49fa294a0d0f349268e5c28808fe7e0cb2bcbe28f63894e494d4c7");
#endif
}
