#include "members.hpp"

#include <algorithm>

#include "agora/log/gen/tables.hpp"
#include "escape.hpp"
#include "utf8.hpp"

namespace agora::log::detail {

namespace {

// Lead bytes in the order of the UTF-16 code units that they stand for: surrogates, which are the code points from
// U+10000 on, stand before U+E000.
constexpr unsigned rank(char c) noexcept {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0xF0) {
        return byte - 2u;
    }
    return byte >= 0xEE ? byte + 5u : byte;
}

// No key of that many bytes can be longer than its limit when it is escaped.
constexpr std::size_t surely_short_key = gen::limit_key_bytes / 6;

}  // namespace

bool key_less(std::string_view left, std::string_view right) noexcept {
    const std::size_t common = std::min(left.size(), right.size());
    for (std::size_t i = 0; i < common; ++i) {
        if (left[i] != right[i]) {
            return rank(left[i]) < rank(right[i]);
        }
    }
    return left.size() < right.size();
}

void MemberList::add(std::string_view repaired_key, const Value& value) {
    slots_.push_back({repaired_key, repaired_key, &value, static_cast<std::uint32_t>(slots_.size())});
}

void MemberList::add_all(const Object& object) {
    constexpr std::size_t limit = gen::limit_members_seen;
    std::size_t seen = 0;
    for (const Member& member : object) {
        if (++seen > limit) {
            count_unseen(object.size() - limit);
            break;
        }
        add(repaired(member.key), member.value);
    }
}

std::string_view MemberList::repaired(std::string_view key) {
    return is_valid_utf8(key) ? key : store(repair_utf8(key));
}

std::string_view MemberList::store(std::string key) {
    keys_.push_front(std::move(key));
    return keys_.front();
}

void MemberList::keep_last() {
    std::sort(slots_.begin(), slots_.end(), [](const Slot& left, const Slot& right) {
        return left.key == right.key ? left.order < right.order : key_less(left.key, right.key);
    });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < slots_.size(); ++i) {
        if (i + 1 == slots_.size() || slots_[i].key != slots_[i + 1].key) {
            slots_[kept++] = slots_[i];
        }
    }
    slots_.shrink(kept);
}

const Slot* MemberList::find(std::string_view key) const noexcept {
    const auto* const found =
        std::find_if(slots_.begin(), slots_.end(), [key](const Slot& slot) { return slot.key == key; });
    return found == slots_.end() ? nullptr : found;
}

void MemberList::remove(const Slot* slot) noexcept {
    std::copy(slot + 1, std::as_const(slots_).end(), slots_.begin() + (slot - slots_.begin()));
    slots_.shrink(slots_.size() - 1);
}

void MemberList::cut_and_sort() {
    bool any_cut = false;
    std::string cut;
    for (Slot& slot : slots_) {
        if (slot.key.size() > surely_short_key && cut_text(slot.key, gen::limit_key_bytes, cut)) {
            slot.key = store(std::move(cut));
            any_cut = true;
        }
    }
    if (any_cut) {
        keep_last();
    }
}

std::size_t MemberList::kept() const noexcept { return std::min<std::size_t>(slots_.size(), gen::limit_members); }

}  // namespace agora::log::detail
