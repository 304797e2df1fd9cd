#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>

#include "agora/log/value.hpp"

namespace agora::log {

/// What the caller says beside the message: named values, in any order. A key that occurs twice: the last one wins.
/// `correlation_id`, `user_id`, `trace_id`, `span_id` and `duration_ms` become members of the entry itself.
using Context = Object;

/// The context parameter of a log call: looks at the braces of the call, or at a Context, and copies nothing. It must
/// not outlive the call.
class ContextView {
public:
    constexpr ContextView() noexcept = default;
    ContextView(const Context& context) noexcept : object_(&context) {}
// The array of the braces lives until the end of the call's full expression, which is as long as a view is used.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Winit-list-lifetime"
#endif
    ContextView(std::initializer_list<Field> fields) noexcept : fields_(fields.begin()), count_(fields.size()) {}
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

    [[nodiscard]] std::size_t size() const noexcept { return object_ != nullptr ? object_->size() : count_; }

    /// Calls `visit(std::string_view key, const Value& value)` for the first `limit` members, in their order.
    template <class Visitor>
    void for_each(std::size_t limit, Visitor&& visit) const {
        const std::size_t count = size() < limit ? size() : limit;
        if (object_ != nullptr) {
            auto member = object_->begin();
            for (std::size_t i = 0; i < count; ++i, ++member) {
                visit(std::string_view(member->key), member->value);
            }
        } else {
            for (std::size_t i = 0; i < count; ++i) {
                visit(fields_[i].key(), fields_[i].value());
            }
        }
    }

private:
    const Object* object_ = nullptr;
    const Field* fields_ = nullptr;
    std::size_t count_ = 0;
};

}  // namespace agora::log
