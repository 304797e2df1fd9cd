#pragma once

#include <string>
#include <string_view>

namespace agora::log::detail {

/// Takes the front off paths of source files.
class SourceRoot {
public:
    /// An empty folder takes nothing off: base names remain.
    explicit SourceRoot(std::string_view folder);

    /// Appends the value of `file`, escaped: the path below the folder with `/`, else the base name; `<unknown>` where
    /// there is none. True where it was cut.
    bool append_file(std::string& out, std::string_view path) const;

private:
    [[nodiscard]] bool holds(std::string_view path) const noexcept;

    std::string folder_;
    bool set_;
};

}  // namespace agora::log::detail
