#include <agora/log/log.hpp>

int main() {
    const agora::log::Result<void> ready =
        agora::log::initialize({.service_name = "consumer", .console_format = "json"});
    if (!ready) {
        return 1;
    }
    agora::log::get_logger("main").info("hello from a consumer", {{"version", agora::log::version()}});
    agora::log::shutdown();
    return 0;
}
