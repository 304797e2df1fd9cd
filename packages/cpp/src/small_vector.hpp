#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <type_traits>

namespace agora::log::detail {

/// A vector of plain data whose first elements need no memory of their own.
template <class T, std::size_t InPlace>
class SmallVector {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

public:
    SmallVector() noexcept = default;
    SmallVector(const SmallVector&) = delete;
    SmallVector& operator=(const SmallVector&) = delete;

    void push_back(const T& element) {
        if (size_ == capacity_) {
            grow();
        }
        data()[size_++] = element;
    }
    void shrink(std::size_t size) noexcept { size_ = size; }

    [[nodiscard]] T* data() noexcept { return heap_ ? heap_.get() : reinterpret_cast<T*>(in_place_); }
    [[nodiscard]] const T* data() const noexcept { return heap_ ? heap_.get() : reinterpret_cast<const T*>(in_place_); }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] T* begin() noexcept { return data(); }
    [[nodiscard]] T* end() noexcept { return data() + size_; }
    [[nodiscard]] const T* begin() const noexcept { return data(); }
    [[nodiscard]] const T* end() const noexcept { return data() + size_; }
    [[nodiscard]] T& operator[](std::size_t i) noexcept { return data()[i]; }
    [[nodiscard]] const T& operator[](std::size_t i) const noexcept { return data()[i]; }

private:
    void grow() {
        auto bigger = std::make_unique_for_overwrite<T[]>(capacity_ * 2);
        std::copy(begin(), end(), bigger.get());
        heap_ = std::move(bigger);
        capacity_ *= 2;
    }

    alignas(T) std::byte in_place_[sizeof(T) * InPlace];
    std::unique_ptr<T[]> heap_;
    std::size_t size_ = 0;
    std::size_t capacity_ = InPlace;
};

}  // namespace agora::log::detail
