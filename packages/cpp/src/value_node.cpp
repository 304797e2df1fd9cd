#include "value_node.hpp"

namespace agora::log::detail {

namespace {

// Calls `visit` for each value directly inside of a node.
template <class Visitor>
void for_each_member(std::vector<Member>& members, Visitor&& visit) {
    for (Member& member : members) {
        visit(member.value);
    }
}

bool is_container(const Value& value) noexcept { return value.kind() >= Kind::array; }

}  // namespace

void Node::unlink(Value& value, Node*& list) noexcept {
    if (is_container(value)) {
        value.node_->next = list;
        list = value.node_;
        value.kind_ = Kind::null;
    }
}

void Node::destroy_one(Node* node, Node*& waiting) noexcept {
    const auto unlink_child = [&waiting](Value& child) { unlink(child, waiting); };
    switch (node->kind) {
        case Kind::array: {
            auto* const array = static_cast<ArrayNode*>(node);
            for (Value& element : array->elements) {
                unlink_child(element);
            }
            delete array;
            break;
        }
        case Kind::object: {
            auto* const object = static_cast<ObjectNode*>(node);
            for_each_member(object->members.members_, unlink_child);
            delete object;
            break;
        }
        default: {
            auto* const exception = static_cast<ExceptionNode*>(node);
            for_each_member(exception->error.properties.members_, unlink_child);
            for (Value& error : exception->error.errors) {
                unlink_child(error);
            }
            unlink_child(exception->error.cause);
            delete exception;
            break;
        }
    }
}

void Node::destroy(Node* root) noexcept {
    Node* waiting = root;
    while (waiting != nullptr) {
        Node* const node = waiting;
        waiting = node->next;
        destroy_one(node, waiting);
    }
}

template <class Later>
void Node::copy_shallow(const Value& from, Value& to, Later&& later) {
    const auto copy_elements = [&later](const Array& source, Array& target) {
        target.resize(source.size());
        for (std::size_t i = 0; i < source.size(); ++i) {
            later(source[i], target[i]);
        }
    };
    const auto copy_members = [&later](const Object& source, Object& target) {
        target.members_.reserve(source.size());
        for (const Member& member : source) {
            target.members_.push_back({member.key, Value()});
            later(member.value, target.members_.back().value);
        }
    };
    switch (from.kind_) {
        case Kind::array: {
            auto* const node = new ArrayNode({});
            to = Value(Kind::array, node);
            copy_elements(from.as_array(), node->elements);
            break;
        }
        case Kind::object: {
            auto* const node = new ObjectNode({});
            to = Value(Kind::object, node);
            copy_members(from.as_object(), node->members);
            break;
        }
        default: {
            const Exception& source = from.as_exception();
            auto* const node = new ExceptionNode({source.type, source.message, source.stacktrace, {}, {}, {}});
            to = Value(Kind::exception, node);
            copy_members(source.properties, node->error.properties);
            later(source.cause, node->error.cause);
            copy_elements(source.errors, node->error.errors);
            break;
        }
    }
}

void Node::copy(const Value& from, Value& to) {
    std::vector<std::pair<const Value*, Value*>> waiting{{&from, &to}};
    while (!waiting.empty()) {
        const auto [source, target] = waiting.back();
        waiting.pop_back();
        copy_shallow(*source, *target, [&waiting](const Value& child, Value& copied) {
            if (is_container(child)) {
                waiting.emplace_back(&child, &copied);
            } else {
                copied = child;
            }
        });
    }
}

template <class Later>
bool Node::equal_shallow(const Value& left, const Value& right, Later&& later) {
    const auto equal_elements = [&later](const Array& a, const Array& b) {
        bool equal = a.size() == b.size();
        for (std::size_t i = 0; equal && i < a.size(); ++i) {
            equal = later(a[i], b[i]);
        }
        return equal;
    };
    const auto equal_members = [&later](const Object& a, const Object& b) {
        bool equal = a.size() == b.size();
        for (std::size_t i = 0; equal && i < a.size(); ++i) {
            equal = a.members_[i].key == b.members_[i].key && later(a.members_[i].value, b.members_[i].value);
        }
        return equal;
    };
    switch (left.kind_) {
        case Kind::array:
            return equal_elements(left.as_array(), right.as_array());
        case Kind::object:
            return equal_members(left.as_object(), right.as_object());
        default: {
            const Exception& a = left.as_exception();
            const Exception& b = right.as_exception();
            return a.type == b.type && a.message == b.message && a.stacktrace == b.stacktrace &&
                   equal_members(a.properties, b.properties) && later(a.cause, b.cause) &&
                   equal_elements(a.errors, b.errors);
        }
    }
}

bool Node::equal(const Value& left, const Value& right) {
    std::vector<std::pair<const Value*, const Value*>> waiting{{&left, &right}};
    while (!waiting.empty()) {
        const auto [a, b] = waiting.back();
        waiting.pop_back();
        const bool same = equal_shallow(*a, *b, [&waiting](const Value& x, const Value& y) {
            if (is_container(x) && x.kind() == y.kind()) {
                waiting.emplace_back(&x, &y);
                return true;
            }
            return x == y;
        });
        if (!same) {
            return false;
        }
    }
    return true;
}

}  // namespace agora::log::detail
