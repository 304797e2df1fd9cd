// The C++ testee: does what the runner asks, with the public interface of the library and nothing else.
#include <agora/log/digest.hpp>
#include <agora/log/log.hpp>

#include <bit>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <stdexcept>

using namespace agora::log;

const Value null;
const Value& at(const Value& object, std::string_view key, const Value& missing = null) {
    const Value* const found = object.as_object().find(key);
    return found == nullptr ? missing : *found;
}
std::string text(const Value& object, std::string_view key) { return std::string(at(object, key).as_text()); }
std::uint64_t hex(std::string_view digits) { return std::stoull(std::string(digits), nullptr, 16); }
template <class Units> Units units(std::string_view digits) {
    Units out(digits.size() / 2 / sizeof(typename Units::value_type), {});
    for (std::size_t i = 0, width = 2 * sizeof out[0]; i < out.size(); ++i) {
        out[i] = static_cast<typename Units::value_type>(hex(digits.substr(i * width, width)));
    }
    return out;
}
Value typed(const Value& in);
Object members(const Value& pairs) {
    Object object;
    for (const Value& pair : pairs.as_array())
        object.set(key_text(typed(pair.as_array()[0])), typed(pair.as_array()[1]));
    return object;
}
Array elements(const Value& list) {
    Array array;
    for (const Value& element : list.as_array()) array.push_back(typed(element));
    return array;
}
std::string typed_text(const Value& object, std::string_view key) { return key_text(typed(at(object, key, ""))); }
Value generated(const std::string& tag, const Value& in) {
    const auto count = static_cast<std::size_t>(at(in, "n").as_int64());
    const bool map = text(in, "kind") == "map";
    if (tag == "list") return Array(count, typed(at(in, "v")));
    std::string begin, end;
    Object many;
    for (std::size_t i = 0; i < count; ++i) {
        if (tag == "repeat") begin += at(in, "s").as_text();
        if (tag == "many") many.set(text(in, "prefix") + std::to_string(1'000'000 + i).substr(1), typed(at(in, "v")));
        if (tag == "deep") begin += !map ? "[" : i + 1 < count ? "{\"d\":" : "{", end += map ? "}" : "]";
    }
    return tag == "many" ? Value(many) : tag == "deep" ? parse_json(begin + end).value() : Value(begin);
}
Value typed(const Value& in) {
    if (in.kind() == Kind::array) return elements(in);
    if (in.kind() != Kind::object) return in;
    const std::string tag = text(in, "t");
    if (tag == "i64" || tag == "u64" || tag == "big") return Value::integer(text(in, "v"));
    if (tag == "f64") return std::bit_cast<double>(hex(text(in, "bits")));
    if (tag == "f32") return std::bit_cast<float>(static_cast<std::uint32_t>(hex(text(in, "bits"))));
    if (tag == "str" && at(in, "u16").is_null()) return units<std::string>(text(in, "u8"));
    if (tag == "str") return from_utf16(units<std::u16string>(text(in, "u16")));
    if (tag == "map") return members(at(in, "e"));
    if (tag == "arr") return elements(at(in, "e"));
    if (tag == "bytes") return units<std::vector<std::byte>>(text(in, "hex"));
    if (tag == "date" && at(in, "invalid").is_null()) return Timestamp::from_nanoseconds(text(in, "ns"));
    if (tag == "error")
        return Exception{text(in, "type"),         typed_text(in, "message"), typed_text(in, "stack"),
                         members(at(in, "props")), typed(at(in, "cause")),    elements(at(in, "errors"))};
    if (tag == "list" || tag == "repeat" || tag == "many" || tag == "deep") return generated(tag, in);
    throw std::domain_error(tag == "date" ? "date.invalid" : tag == "function" || tag == "symbol" ? "undef" : tag);
}

Result<std::string> encode(const Value& config, const Value& input) {
    const Value message = typed(at(input, "message")), line = typed(at(input, "line")),
                error = typed(at(input, "error"));
    if (message.kind() != Kind::string) throw std::domain_error("message.any");
    const Result<RedactOptions> redact = read_redact_policy(at(config, "redact", Object()));
    if (!redact) return redact.error();
    const auto limit = static_cast<std::uint32_t>(at(config, "max_entry_bytes", 31999).as_int64());
    const Result<Encoder> encoder =
        Encoder::create({typed_text(config, "service"), typed_text(config, "environment"),
                         typed_text(config, "version"), typed_text(config, "host"), Context(), limit,
                         at(config, "strip_ansi", true).as_bool(), redact.value(), text(config, "source_root")});
    if (!encoder) return encoder.error();
    const auto level = parse_level(text(input, "level"));
    if (!level) return Error{"AGORA_LEVEL", "[AGORA_LEVEL] level: " + text(input, "level") + " is not a level", {}};
    const Array layers = elements(at(input, "bound"));
    std::vector<ContextView> bound;
    for (const Value& layer : layers) bound.emplace_back(layer.as_object());
    const bool whole = std::trunc(line.as_double()) == line.as_double() && std::fabs(line.as_double()) < 1e15;
    std::string out;
    encoder.value().encode(
        {Timestamp::from_nanoseconds(text(at(config, "clock"), "ns")), *level, message.as_text(), &error,
         typed_text(input, "file"), line.as_int64() + (whole ? static_cast<std::int64_t>(line.as_double()) : 0),
         typed_text(input, "function"), typed_text(config, "logger_name"), typed_text(config, "entry_id"),
         typed(at(config, "sampling_rate")).as_double(), bound, typed(at(input, "context")).as_object()},
        out);
    return out;
}
Result<std::string> line_of(const Value& test, const Value& item) {
    if (item.kind() == Kind::object) return encode(at(item, "config", at(test, "config")), item);
    const std::string bits(item.as_text()), number = number_text(std::bit_cast<double>(hex(bits)));
    return bits.substr(std::min<std::size_t>(bits.find_first_not_of('0'), 15)) + "," + number + "\n";
}
std::string run(const Value& test) try {
    if (text(test, "kind").starts_with("proto")) throw std::domain_error("proto");
    const Array& many = at(test, "bits", at(test, "entries")).as_array();
    const Value& input = at(test, "input");
    Sha256 hash;
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < many.size() || !input.is_null(); ++i) {
        const Result<std::string> line = line_of(test, input.is_null() ? many[i] : input);
        if (!line) return to_json({{"rejected", {{"code", line.error().code}, {"message", line.error().message}}}});
        if (!input.is_null()) return "{\"bytes_b64\":\"" + to_base64(line.value()) + "\"}";
        hash.update(line.value());
        bytes += line.value().size();
    }
    return to_json({{"digest", {{"sha256", hash.hex()}, {"count", many.size()}, {"bytes", bytes}}}});
} catch (const std::domain_error& missing) {
    return to_json({{"unsupported", {{"capability", missing.what()}}}});
} catch (const std::exception& error) {
    return to_json({{"error", {{"message", error.what()}, {"trace", ""}}}});
}
std::string hello(const char* program) {
    std::ifstream binary(program, std::ios::binary);
    Sha256 hash;
    hash.update(std::string(std::istreambuf_iterator<char>(binary), {}));
    const char* const fixed = R"({"sdk":"agora_log","language":"cpp","runtime":"C++20","deps":{},"max_in_flight":1,
        "limits":{"depth":16,"bytes":31999},"capabilities":["encode","batch","numbers","int.big","str.u16","str.u8","f32",
        "date.us","date.wide","keys.nonstring","map.duplicates","time.wide"]})";
    Object hello = parse_json(fixed).value().as_object();
    return to_json(hello.set("version", version()).set("artifact", hash.hex()).set("source_root", SOURCE_ROOT));
}

int main(int, char** arguments) {
    std::signal(SIGTERM, [](int) { std::_Exit(0); });
    for (std::string line, cmd; cmd != "stop" && std::getline(std::cin, line);) {
        const Result<Value> parsed = parse_json(line);
        const Value& request = parsed ? parsed.value() : null;
        cmd = text(request, "cmd");
        std::string reply = cmd == "hello" ? hello(arguments[0]) : "{\"observed\":{}}";
        if (cmd == "run") reply = run(at(request, "case"));
        std::cout << "@agora1 {\"seq\":" << to_json(at(request, "seq"))
                  << (cmd == "hello" ? ",\"hello\":" : ",\"outcome\":") << reply << "}" << std::endl;
    }
}
