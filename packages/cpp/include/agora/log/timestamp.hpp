#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <string_view>

namespace agora::log {

namespace detail {

/// A time point, of any resolution, of the system clock or of one that converts to `time_t` like it.
template <class T>
concept SystemTime = requires(const T& point) {
    typename T::clock;
    typename T::duration;
    T::clock::to_time_t(typename T::clock::time_point());
    { point.time_since_epoch().count() };
};

constexpr std::int64_t floor_divide(std::int64_t number, std::int64_t divisor) noexcept {
    const std::int64_t quotient = number / divisor;
    return number % divisor < 0 ? quotient - 1 : quotient;
}

constexpr std::int64_t saturating_multiply(std::int64_t number, std::int64_t factor) noexcept {
    constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();
    constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
    if (number > highest / factor) {
        return highest;
    }
    return number < lowest / factor ? lowest : number * factor;
}

}  // namespace detail

/// A moment in UTC, in whole microseconds since 1970-01-01. Entries hold the years 0001 to 9999; what lies outside is
/// clamped when it is written.
struct Timestamp {
    /// Microseconds since 1970-01-01T00:00:00Z, negative before.
    std::int64_t micros = 0;

    constexpr Timestamp() noexcept = default;
    constexpr explicit Timestamp(std::int64_t microseconds) noexcept : micros(microseconds) {}

    /// From a `std::chrono::system_clock` time point of any resolution, floored to the microsecond.
    template <detail::SystemTime T>
    constexpr Timestamp(const T& point) noexcept {
        using Period = typename T::duration::period;
        const auto count = static_cast<std::int64_t>(point.time_since_epoch().count());
        if constexpr (Period::den >= 1'000'000) {
            micros = detail::floor_divide(count, Period::den / 1'000'000 / Period::num);
        } else {
            micros = detail::saturating_multiply(count, Period::num * (1'000'000 / Period::den));
        }
    }

    /// From nanoseconds since 1970, floored: -1 ns is the microsecond before 1970.
    [[nodiscard]] static constexpr Timestamp from_nanoseconds(std::int64_t nanoseconds) noexcept {
        return Timestamp(detail::floor_divide(nanoseconds, 1000));
    }

    /// The same of decimal digits, as OTLP writes them. What microseconds cannot hold becomes their first or last
    /// moment; text that is no integer becomes 1970.
    [[nodiscard]] static Timestamp from_nanoseconds(std::string_view digits) noexcept;

    /// The system clock's time.
    [[nodiscard]] static Timestamp now() noexcept;

    constexpr bool operator==(const Timestamp&) const noexcept = default;
};

}  // namespace agora::log
