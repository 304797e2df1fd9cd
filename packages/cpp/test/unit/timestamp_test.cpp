#include "agora/log/timestamp.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <limits>

#include "encoding.hpp"

using agora::log::Timestamp;

namespace {

std::string written(Timestamp time) {
    agora::log::Record record = encoding::record();
    record.time = time;
    return encoding::line_of(record).substr(14, 27);
}

}  // namespace

TEST(Timestamp, IsFlooredAlsoBefore1970) {
    EXPECT_EQ(Timestamp::from_nanoseconds(1'700'000'000'123'456'789).micros, 1'700'000'000'123'456);
    EXPECT_EQ(Timestamp::from_nanoseconds(-1).micros, -1);
    EXPECT_EQ(Timestamp::from_nanoseconds(-1000).micros, -1);
    EXPECT_EQ(Timestamp::from_nanoseconds(-1500).micros, -2);
}

TEST(Timestamp, TakesSystemTimeOfAnyResolution) {
    using namespace std::chrono;
    EXPECT_EQ(Timestamp(sys_time<milliseconds>(-1ms)).micros, -1000);
    EXPECT_EQ(Timestamp(sys_time<nanoseconds>(-1ns)).micros, -1);
    EXPECT_EQ(Timestamp(sys_time<seconds>(7s)).micros, 7'000'000);
    EXPECT_EQ(Timestamp(sys_time<hours>(2h)).micros, 7'200'000'000);
    EXPECT_EQ(Timestamp(sys_time<seconds>(seconds::max())).micros, std::numeric_limits<std::int64_t>::max());
}

TEST(Timestamp, ReadsDigitsOfAnyLength) {
    EXPECT_EQ(Timestamp::from_nanoseconds("1700000000123456789").micros, 1'700'000'000'123'456);
    EXPECT_EQ(Timestamp::from_nanoseconds("-1").micros, -1);
    EXPECT_EQ(Timestamp::from_nanoseconds("-1000").micros, -1);
    EXPECT_EQ(Timestamp::from_nanoseconds("-1001").micros, -2);
    EXPECT_EQ(Timestamp::from_nanoseconds("999").micros, 0);
    EXPECT_EQ(Timestamp::from_nanoseconds("99999999999999999999999999").micros,
              std::numeric_limits<std::int64_t>::max());
    EXPECT_LT(Timestamp::from_nanoseconds("-99999999999999999999999999").micros, -9'000'000'000'000'000'000);
    EXPECT_EQ(Timestamp::from_nanoseconds("no number").micros, 0);
}

TEST(Timestamp, IsWrittenWithSixDigitsAndZ) {
    EXPECT_EQ(written(Timestamp(0)), "1970-01-01T00:00:00.000000Z");
    EXPECT_EQ(written(Timestamp(1'700'000'000'999'999)), "2023-11-14T22:13:20.999999Z");
    EXPECT_EQ(written(Timestamp(-1)), "1969-12-31T23:59:59.999999Z");
    EXPECT_EQ(written(Timestamp(951'782'400'000'000)), "2000-02-29T00:00:00.000000Z");
    EXPECT_EQ(written(Timestamp(4'107'542'400'000'000)), "2100-03-01T00:00:00.000000Z");
    EXPECT_EQ(written(Timestamp(-62'135'596'800'000'000)), "0001-01-01T00:00:00.000000Z");
    EXPECT_EQ(written(Timestamp(253'402'300'799'999'999)), "9999-12-31T23:59:59.999999Z");
}

TEST(Timestamp, IsClampedToFourDigitYears) {
    EXPECT_EQ(written(Timestamp(-62'135'596'800'000'001)), "0001-01-01T00:00:00.000000Z");
    EXPECT_EQ(written(Timestamp(std::numeric_limits<std::int64_t>::min())), "0001-01-01T00:00:00.000000Z");
    EXPECT_EQ(written(Timestamp(253'402'300'800'000'000)), "9999-12-31T23:59:59.999999Z");
    EXPECT_EQ(written(Timestamp(std::numeric_limits<std::int64_t>::max())), "9999-12-31T23:59:59.999999Z");
}

TEST(Timestamp, IsTheSameDayAsTheCalendarOfTheStandardLibrary) {
    using namespace std::chrono;
    for (std::int64_t day = -719'162; day <= 2'932'896; day += 37) {
        const year_month_day date{sys_days{days{day}}};
        char expected[16];
        std::snprintf(expected, sizeof expected, "%04d-%02u-%02u", static_cast<int>(date.year()),
                      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
        ASSERT_EQ(written(Timestamp(day * 86'400'000'000)).substr(0, 10), expected);
    }
}

TEST(Timestamp, OfNowIsTheTimeOfTheSystemClock) {
    const Timestamp before(std::chrono::system_clock::now());
    const Timestamp now = Timestamp::now();
    EXPECT_LE(before.micros, now.micros);
    EXPECT_LT(now.micros - before.micros, 5'000'000);
}
