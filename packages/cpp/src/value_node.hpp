#pragma once

#include <utility>

#include "agora/log/exception.hpp"
#include "agora/log/value.hpp"

namespace agora::log::detail {

/// The part of an array, object or exception that lives on the heap. `next` chains nodes that wait for their
/// destruction, so that a tree of any depth is taken down without recursion and without memory.
struct Node {
    Kind kind;
    Node* next = nullptr;

    explicit Node(Kind node_kind) noexcept : kind(node_kind) {}

    static void destroy(Node* root) noexcept;
    static void copy(const Value& from, Value& to);
    [[nodiscard]] static bool equal(const Value& left, const Value& right);

private:
    /// Takes the node out of the value, if it has one, and puts it before `list`.
    static void unlink(Value& value, Node*& list) noexcept;
    static void destroy_one(Node* node, Node*& waiting) noexcept;
    template <class Later>
    static void copy_shallow(const Value& from, Value& to, Later&& later);
    template <class Later>
    static bool equal_shallow(const Value& left, const Value& right, Later&& later);
};

struct ArrayNode : Node {
    Array elements;
    explicit ArrayNode(Array values) noexcept : Node(Kind::array), elements(std::move(values)) {}
};

struct ObjectNode : Node {
    Object members;
    explicit ObjectNode(Object values) noexcept : Node(Kind::object), members(std::move(values)) {}
};

struct ExceptionNode : Node {
    Exception error;
    explicit ExceptionNode(Exception value) noexcept : Node(Kind::exception), error(std::move(value)) {}
};

}  // namespace agora::log::detail
