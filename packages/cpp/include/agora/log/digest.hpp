#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace agora::log {

/// SHA-256 (FIPS 180-4) over bytes that come in pieces.
class Sha256 {
public:
    void update(std::string_view bytes) noexcept;
    /// The digest of all bytes so far, as 64 lower-case hexadecimal digits.
    [[nodiscard]] std::string hex() const;

private:
    void compress(const unsigned char* block) noexcept;

    std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                        0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<unsigned char, 64> block_{};
    std::uint64_t length_ = 0;
};

/// Base64 with padding (RFC 4648).
[[nodiscard]] std::string to_base64(std::string_view bytes);

}  // namespace agora::log
