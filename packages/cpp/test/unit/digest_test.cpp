#include "agora/log/digest.hpp"

#include <gtest/gtest.h>

using agora::log::Sha256;
using agora::log::to_base64;

namespace {

std::string sha256(std::string_view bytes) {
    Sha256 hash;
    hash.update(bytes);
    return hash.hex();
}

}  // namespace

TEST(Sha256, HasTheDigestsOfTheStandard) {
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(sha256(std::string(1'000'000, 'a')), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, DoesNotDependOnHowBytesArriveAndCanGoOn) {
    Sha256 hash;
    for (const char c : std::string(119, 'x')) {
        hash.update({&c, 1});
    }
    EXPECT_EQ(hash.hex(), sha256(std::string(119, 'x')));
    hash.update("more");
    EXPECT_EQ(hash.hex(), sha256(std::string(119, 'x') + "more"));
}

TEST(Base64, IsPadded) {
    EXPECT_EQ(to_base64(""), "");
    EXPECT_EQ(to_base64("f"), "Zg==");
    EXPECT_EQ(to_base64("fo"), "Zm8=");
    EXPECT_EQ(to_base64("foobar"), "Zm9vYmFy");
    EXPECT_EQ(to_base64("\xFB\xFF\xFE"), "+//+");
}
