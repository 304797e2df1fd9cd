#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "agora/log/context.hpp"
#include "agora/log/level.hpp"
#include "agora/log/location.hpp"
#include "agora/log/redact.hpp"
#include "agora/log/result.hpp"
#include "agora/log/timestamp.hpp"

namespace agora::log {

namespace detail {
struct EncodingPlan;
}

/// What all entries of an Encoder share.
struct EncoderOptions {
    /// 1 to 128 code points.
    std::string service;
    /// Absent from the entries where empty; so are `version` and `host`.
    std::string environment;
    std::string version;
    std::string host;
    /// The outermost layer of context.
    Context default_context;
    /// Longest line with its line feed, in bytes: 4,096 to 256,000.
    std::uint32_t max_entry_bytes = 31999;
    /// Takes escape sequences for terminals out of messages.
    bool strip_ansi = true;
    RedactOptions redact;
    /// Folder that is taken off the front of files. Empty: base names only.
    std::string source_root;
};

/// One entry before it is encoded. It borrows everything.
struct Record {
    Timestamp time = {};
    Level level = Level::info;
    Text message = {};
    /// An Exception, or any value that was thrown; null where there is no error.
    const Value* error = nullptr;
    /// Path of the source file; entries have its base name.
    Text file = {};
    /// Outside of 0 to 4294967295: unknown.
    std::int64_t line = 0;
    /// Bare name of the function.
    Text function = {};
    /// Absent where empty; so is `entry_id`, a UUID of version 7.
    Text logger_name = {};
    Text entry_id = {};
    /// Written where it lies between 0 and 1.
    double sampling_rate = 1;
    /// Layers of context between the encoder's own and that of the call, outermost first.
    std::span<const ContextView> bound = {};
    ContextView context = {};
};

/// Makes the canonical bytes of entries: one line of the wire format for any values, within all limits, with secrets
/// hidden. Without state after its creation: thread-safe. Copies share what was prepared.
class Encoder {
public:
    /// Refuses a service that is not 1 to 128 code points long, a limit out of range, and patterns and masks that
    /// cannot be used (`AGORA_CONFIG`).
    [[nodiscard]] static Result<Encoder> create(EncoderOptions options);

    /// Replaces the content of `line` by the entry with its line feed. False where memory ran out; `line` then holds
    /// the entry in a minimal form, without context and exception, or nothing. Text that could not be looked at for
    /// want of memory is hidden.
    bool encode(const Record& record, std::string& line) const noexcept;

    [[nodiscard]] const EncoderOptions& options() const noexcept;

private:
    explicit Encoder(std::shared_ptr<const detail::EncodingPlan> plan) noexcept : plan_(std::move(plan)) {}

    std::shared_ptr<const detail::EncodingPlan> plan_;
};

}  // namespace agora::log
