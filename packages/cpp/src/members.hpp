#pragma once

#include <cstddef>
#include <cstdint>
#include <forward_list>
#include <string>
#include <string_view>

#include "agora/log/context.hpp"
#include "small_vector.hpp"

namespace agora::log::detail {

/// A member of an object on its way to the line.
struct Slot {
    /// Repaired, and cut once `cut_and_sort` has run.
    std::string_view key;
    /// Repaired and whole: what redaction looks at.
    std::string_view whole_key;
    const Value* value;
    /// Place among all members of the object: of equal keys the highest wins.
    std::uint32_t order;
};

/// Keys that had to be changed. It allocates nothing while it is empty.
using KeyStore = std::forward_list<std::string>;

/// The members of one object, in the steps in which an object is made: collect, keep the last of equal keys, cut keys,
/// sort, keep the first 128.
class MemberList {
public:
    MemberList() = default;

    /// Adds a member at the end.
    void add(std::string_view repaired_key, const Value& value);

    /// Adds the first 1,024 members of an object as they are.
    void add_all(const Object& object);

    /// Counts members that are not looked at.
    void count_unseen(std::size_t count) noexcept { unseen_ += count; }

    /// The key, repaired. The result lives as long as this list.
    [[nodiscard]] std::string_view repaired(std::string_view key);

    /// A key made up by the library; lives as long as this list.
    [[nodiscard]] std::string_view store(std::string key);

    /// Sorts, and of equal keys keeps the last.
    void keep_last();

    /// The value of that key, once `keep_last` has run.
    [[nodiscard]] const Slot* find(std::string_view key) const noexcept;
    void remove(const Slot* slot) noexcept;

    /// Cuts long keys and sorts again. `keep_last` has run.
    void cut_and_sort();

    /// The members to write.
    [[nodiscard]] const Slot* begin() const noexcept { return slots_.begin(); }
    [[nodiscard]] const Slot* end() const noexcept { return begin() + kept(); }
    [[nodiscard]] std::size_t kept() const noexcept;
    /// All there are, also those that are not written.
    [[nodiscard]] std::size_t total() const noexcept { return slots_.size() + unseen_; }

private:
    SmallVector<Slot, 32> slots_;
    KeyStore keys_;
    std::size_t unseen_ = 0;
};

/// Whether one key stands before another: by UTF-16 code units, found on UTF-8 bytes.
[[nodiscard]] bool key_less(std::string_view left, std::string_view right) noexcept;

}  // namespace agora::log::detail
