#include "time.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <limits>

#include "ascii.hpp"

namespace agora::log {

namespace {

using Limits = std::numeric_limits<std::int64_t>;

// Microseconds of nanoseconds before 1970, as positive numbers; without a place for the whole, the largest.
std::int64_t parse_micros(std::string_view nanoseconds, bool round_up) noexcept {
    constexpr std::size_t places = 3;
    const std::string_view whole =
        nanoseconds.size() > places ? nanoseconds.substr(0, nanoseconds.size() - places) : "0";
    const std::string_view rest = nanoseconds.substr(nanoseconds.size() > places ? nanoseconds.size() - places : 0);
    std::int64_t micros = 0;
    if (std::from_chars(whole.data(), whole.data() + whole.size(), micros).ec != std::errc()) {
        return Limits::max();
    }
    const bool remains = rest.find_first_not_of('0') != std::string_view::npos;
    return micros + (round_up && remains && micros < Limits::max() ? 1 : 0);
}

}  // namespace

Timestamp Timestamp::now() noexcept { return {std::chrono::system_clock::now()}; }

Timestamp Timestamp::from_nanoseconds(std::string_view digits) noexcept {
    const bool negative = digits.starts_with('-');
    digits.remove_prefix(negative ? 1 : 0);
    if (digits.empty() || !std::ranges::all_of(digits, detail::is_digit)) {
        return Timestamp();
    }
    const std::int64_t micros = parse_micros(digits, negative);
    return Timestamp(negative ? -micros : micros);
}

namespace detail {

namespace {

constexpr std::int64_t micros_per_second = 1'000'000;
constexpr std::int64_t seconds_per_day = 86'400;
constexpr std::int64_t micros_per_day = micros_per_second * seconds_per_day;

constexpr std::int64_t first_moment = -62'135'596'800 * micros_per_second;
constexpr std::int64_t last_moment = 253'402'300'800 * micros_per_second - 1;

struct Date {
    unsigned year;
    unsigned month;
    unsigned day;
};

// Proleptic Gregorian date of a day since 1970, for years that are not negative. Counted in eras of 400 years that
// begin in March, so that the leap day is the last of its year.
constexpr Date date_of(std::int64_t day) noexcept {
    constexpr std::int64_t days_before_1970 = 719'468;
    constexpr unsigned days_per_era = 146'097;
    const auto shifted = static_cast<std::uint64_t>(day + days_before_1970);
    const auto era = static_cast<unsigned>(shifted / days_per_era);
    const auto day_of_era = static_cast<unsigned>(shifted % days_per_era);
    const unsigned year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const unsigned day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const unsigned month_from_march = (5 * day_of_year + 2) / 153;
    const unsigned month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * month_from_march + 2) / 5 + 1};
}

void write_digits(char* at, std::uint64_t number, int count) noexcept {
    for (int i = count - 1; i >= 0; --i) {
        at[i] = static_cast<char>('0' + number % 10);
        number /= 10;
    }
}

}  // namespace

void append_timestamp(std::string& out, Timestamp time) {
    const std::int64_t micros = std::clamp(time.micros, first_moment, last_moment);
    const std::int64_t day = floor_divide(micros, micros_per_day);
    const auto of_day = static_cast<std::uint64_t>(micros - day * micros_per_day);
    const std::uint64_t second = of_day / micros_per_second;
    const Date date = date_of(day);
    char text[] = "0000-00-00T00:00:00.000000Z";
    write_digits(text, date.year, 4);
    write_digits(text + 5, date.month, 2);
    write_digits(text + 8, date.day, 2);
    write_digits(text + 11, second / 3600, 2);
    write_digits(text + 14, second / 60 % 60, 2);
    write_digits(text + 17, second % 60, 2);
    write_digits(text + 20, of_day % micros_per_second, 6);
    out.append(text, sizeof text - 1);
}

}  // namespace detail

}  // namespace agora::log
