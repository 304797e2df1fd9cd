#include <gtest/gtest.h>

#include <limits>

#include "encoding.hpp"

using namespace agora::log;

namespace {

// What stands behind `function`.
std::string tail(ContextView context, const Context& bound = {}) {
    const ContextView layers[] = {bound};
    Record entry = encoding::record(context);
    entry.bound = layers;
    return encoding::behind(encoding::line_of(entry), "\"function\":\"f\"");
}

}  // namespace

TEST(ReservedKeys, AreLiftedWhenTheyFit) {
    EXPECT_EQ(tail({{"user_id", "u-1"}}), R"(,"user_id":"u-1")");
    EXPECT_EQ(tail({{"user_id", -5}}), R"(,"user_id":"-5")");
    EXPECT_EQ(tail({{"user_id", 18446744073709551615u}}), R"(,"user_id":"18446744073709551615")");
    EXPECT_EQ(tail({{"user_id", Value::integer("123456789012345678901")}}), R"(,"user_id":"123456789012345678901")");
    EXPECT_EQ(tail({{"user_id", 5.0}}), R"(,"user_id":"5")");
    EXPECT_EQ(tail({{"duration_ms", 12}}), R"(,"duration_ms":12)");
    EXPECT_EQ(tail({{"duration_ms", 0.25}}), R"(,"duration_ms":0.25)");
    EXPECT_EQ(tail({{"duration_ms", -0.0}}), R"(,"duration_ms":0)");
    EXPECT_EQ(tail({{"duration_ms", 1e21}}), R"(,"duration_ms":1e+21)");
    EXPECT_EQ(tail({{"duration_ms", 9007199254740991}}), R"(,"duration_ms":9007199254740991)");
}

TEST(ReservedKeys, StayAsInvalidWhenTheyDoNotFit) {
    EXPECT_EQ(tail({{"correlation_id", "req-42"}}), R"(,"context":{"invalid_correlation_id":"req-42"})");
    EXPECT_EQ(tail({{"correlation_id", "6f9619ff-8b86-d011-b42d-00c04fc964fg"}}),
              R"(,"context":{"invalid_correlation_id":"6f9619ff-8b86-d011-b42d-00c04fc964fg"})");
    EXPECT_EQ(tail({{"trace_id", "00000000000000000000000000000000"}}),
              R"(,"context":{"invalid_trace_id":"00000000000000000000000000000000"})");
    EXPECT_EQ(tail({{"span_id", 5}}), R"(,"context":{"invalid_span_id":5})");
    EXPECT_EQ(tail({{"user_id", true}}), R"(,"context":{"invalid_user_id":true})");
    EXPECT_EQ(tail({{"user_id", 1.5}}), R"(,"context":{"invalid_user_id":1.5})");
    EXPECT_EQ(tail({{"user_id", 9007199254740992.0}}), R"(,"context":{"invalid_user_id":9007199254740992})");
    EXPECT_EQ(tail({{"user_id", {{"a", 1}}}}), R"(,"context":{"invalid_user_id":{"a":1}})");
    EXPECT_EQ(tail({{"duration_ms", -1}}), R"(,"context":{"invalid_duration_ms":-1})");
    EXPECT_EQ(tail({{"duration_ms", 9007199254740992}}), R"(,"context":{"invalid_duration_ms":"9007199254740992"})");
    EXPECT_EQ(tail({{"duration_ms", std::numeric_limits<double>::quiet_NaN()}}),
              R"(,"context":{"invalid_duration_ms":"NaN"})");
    EXPECT_EQ(tail({{"duration_ms", true}}), R"(,"context":{"invalid_duration_ms":true})");
}

TEST(ReservedKeys, VanishWhenThereIsNothingInThem) {
    EXPECT_EQ(tail({{"user_id", nullptr}, {"trace_id", nullptr}}), "");
    EXPECT_EQ(tail({{"user_id", ""}}), "");
    EXPECT_EQ(tail({{"user_id", nullptr}}, {{"user_id", "bound"}}), R"(,"user_id":"bound")");
    EXPECT_EQ(tail({{"user_id", ""}}, {{"user_id", "bound"}}), R"(,"user_id":"bound")");
}

TEST(ReservedKeys, OfTheCallWinOverBoundOnes) {
    EXPECT_EQ(tail({{"user_id", "call"}}, {{"user_id", "bound"}}), R"(,"user_id":"call")");
    EXPECT_EQ(tail({{"user_id", true}}, {{"user_id", "bound"}}),
              R"(,"user_id":"bound","context":{"invalid_user_id":true})");
    EXPECT_EQ(tail({{"user_id", "first"}, {"user_id", "second"}}), R"(,"user_id":"second")");
}

TEST(ReservedKeys, AreReservedOnlyAtTheTop) {
    EXPECT_EQ(tail({{"o", {{"user_id", 5}}}}), R"(,"context":{"o":{"user_id":5}})");
    EXPECT_EQ(tail({{"User_Id", 5}}), R"(,"context":{"User_Id":5})");
}

TEST(ReservedKeys, AreCutAndRepairedAsText) {
    EXPECT_EQ(tail({{"user_id", std::string(257, 'u')}}),
              ",\"user_id\":\"" + std::string(232, 'u') +
                  "\u2026[+25B]\",\"context\":{\"_agora\":{\"truncated\":[\"user_id\"]}}");
    EXPECT_EQ(tail({{"user_id", "\xFF"}}), ",\"user_id\":\"\uFFFD\"");
}
