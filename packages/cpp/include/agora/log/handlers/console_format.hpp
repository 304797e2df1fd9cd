#pragma once

namespace agora::log {

/// How lines look on a console.
enum class ConsoleFormat { json, text };

}  // namespace agora::log
