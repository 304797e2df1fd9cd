#pragma once

#include <array>

#include "agora/log/context.hpp"
#include "agora/log/gen/tables.hpp"
#include "members.hpp"

namespace agora::log::detail {

/// The values that leave the context for a member of the entry, in the order of `gen::reserved_keys`; null where a key
/// was not given. They fit their member.
using Lifted = std::array<const Value*, gen::reserved_keys.size()>;

enum Reserved : std::size_t { correlation_id, user_id, trace_id, span_id, duration_ms };

/// Adds one layer of context: lifts what fits, renames what does not, and what is the library's own name.
void add_layer(const ContextView& layer, MemberList& members, Lifted& lifted);

}  // namespace agora::log::detail
