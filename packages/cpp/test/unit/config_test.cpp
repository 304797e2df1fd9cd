#include "agora/log/config.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "agora/log/gen/tables.hpp"
#include "agora/log/json.hpp"

using namespace agora::log;

namespace {

Settings settled(const Config& config, const Environment& environment = {}) {
    const Result<Settings> settings = resolve(config, environment);
    EXPECT_TRUE(settings) << settings.error().message;
    return settings.value();
}

std::string refusal(const Config& config, const Environment& environment = {}) {
    const Result<Settings> settings = resolve(config, environment);
    EXPECT_FALSE(settings);
    return settings.error().message;
}

}  // namespace

TEST(Config, HasADefaultForEverythingButTheService) {
    const Settings settings = settled({.service_name = "svc"});
    EXPECT_EQ(settings.entry.service, "svc");
    EXPECT_EQ(settings.entry.environment, "development");
    EXPECT_EQ(settings.entry.version, "0.0.0");
    EXPECT_FALSE(settings.entry.host.empty());
    EXPECT_EQ(settings.level, Level::info);
    EXPECT_TRUE(settings.console_enabled);
    EXPECT_FALSE(settings.file_enabled);
    EXPECT_EQ(settings.file_path, "/var/log/agora/svc.log");
    EXPECT_EQ(settings.entry.max_entry_bytes, 31'999u);
    EXPECT_TRUE(settings.entry.strip_ansi);
    EXPECT_TRUE(settings.entry.redact.enabled);
    EXPECT_EQ(settings.entry.source_root, "");
    EXPECT_EQ(settings.sources.at("level"), "default");
    EXPECT_EQ(settings.sources.at("service_name"), "code");
    EXPECT_TRUE(settings.warnings.empty());
}

TEST(Config, GivesTheEnvironmentTheFirstWordFieldByField) {
    const Environment environment{{"SERVICE_NAME", "from-env"},
                                  {"ENVIRONMENT", "prod"},
                                  {"SERVICE_VERSION", "1.4.2-rc.1"},
                                  {"LOG_LEVEL", " warn "},
                                  {"LOG_HOST", "pod-7"},
                                  {"LOG_CONSOLE_ENABLED", "OFF"},
                                  {"LOG_CONSOLE_FORMAT", "text"},
                                  {"LOG_FILE_PATH", "/tmp/x.log"},
                                  {"LOG_MAX_ENTRY_BYTES", "16000"},
                                  {"LOG_STRIP_ANSI", "no"},
                                  {"LOG_REDACT_ENABLED", "0"},
                                  {"LOG_REDACT_FIELDS", " iban, date of birth ,,"},
                                  {"LOG_REDACT_REPLACE_DEFAULTS", "yes"},
                                  {"LOG_SOURCE_ROOT", "/srv/app"},
                                  {"LOG_CONSOLE_COLORS", ""}};
    const Settings settings = settled({.service_name = "code", .level = "DEBUG", .max_entry_bytes = 5000}, environment);
    EXPECT_EQ(settings.entry.service, "from-env");
    EXPECT_EQ(settings.entry.environment, "production");
    EXPECT_EQ(settings.entry.version, "1.4.2-rc.1");
    EXPECT_EQ(settings.level, Level::warning);
    EXPECT_EQ(settings.entry.host, "pod-7");
    EXPECT_FALSE(settings.console_enabled);
    EXPECT_EQ(settings.console_format, ConsoleFormat::text);
    EXPECT_TRUE(settings.file_enabled);
    EXPECT_EQ(settings.file_path, "/tmp/x.log");
    EXPECT_EQ(settings.entry.max_entry_bytes, 16'000u);
    EXPECT_FALSE(settings.entry.strip_ansi);
    EXPECT_FALSE(settings.entry.redact.enabled);
    EXPECT_EQ(settings.entry.redact.fields, (std::vector<std::string>{"iban", "date of birth"}));
    EXPECT_TRUE(settings.entry.redact.replace_defaults);
    EXPECT_EQ(settings.entry.source_root, "/srv/app");
    EXPECT_EQ(settings.sources.at("level"), "LOG_LEVEL");
    EXPECT_EQ(settings.sources.at("console_colors"), "default");
}

TEST(Config, FromEnvIsWhatTheEnvironmentSays) {
    const Config config =
        Config::from_env({{"SERVICE_NAME", "svc"}, {"LOG_LEVEL", "nonsense"}, {"LOG_STRIP_ANSI", "true"}});
    EXPECT_EQ(config.service_name, "svc");
    EXPECT_EQ(config.level, std::nullopt);
    EXPECT_EQ(config.strip_ansi, true);
    EXPECT_EQ(config.file_path, std::nullopt);
}

TEST(Config, WritesFilesOutsideOfDevelopmentOrWhereAPathIsGiven) {
    EXPECT_TRUE(settled({.service_name = "svc", .environment = "staging"}).file_enabled);
    EXPECT_TRUE(settled({.service_name = "svc", .file_path = "/tmp/x"}).file_enabled);
    EXPECT_FALSE(settled({.service_name = "svc", .environment = "production", .file_enabled = false}).file_enabled);
}

TEST(Config, MakesOneFileNameOfAnyService) {
    EXPECT_EQ(settled({.service_name = "../etc/passwd"}).file_path, "/var/log/agora/_._etc_passwd.log");
    EXPECT_EQ(settled({.service_name = "a b\u00e9.c"}).file_path, "/var/log/agora/a_b_.c.log");
}

TEST(Config, RefusesABadValueAndNamesFieldValueSourceAndRemedy) {
    EXPECT_EQ(refusal({.service_name = "svc", .level = "VERBOSE"}),
              "[AGORA_CONFIG] level: \"VERBOSE\" (from code) is not a level; use one of DEBUG, INFO, WARNING, ERROR, "
              "CRITICAL");
    EXPECT_EQ(refusal({}),
              "[AGORA_CONFIG] service_name is missing; set it in code or by the environment variable SERVICE_NAME");
    EXPECT_EQ(refusal({.service_name = "svc", .max_entry_bytes = 100}),
              "[AGORA_CONFIG] max_entry_bytes: 100 (from code) is not an integer from 4096 to 256000; "
              "use a number in this range");
}

TEST(Config, ListsEverythingThatIsWrong) {
    const Result<Settings> settings = resolve(
        {.service_name = "", .environment = "test", .version = "1.2", .console_format = "json text", .file_path = ""},
        {});
    ASSERT_FALSE(settings);
    EXPECT_EQ(settings.error().code, "AGORA_CONFIG");
    std::string fields;
    for (const Violation& violation : settings.error().violations) {
        fields += violation.field + " ";
        EXPECT_EQ(violation.source, "code");
        EXPECT_NE(settings.error().message.find(violation.field + ": " + violation.value), std::string::npos);
    }
    EXPECT_EQ(fields, "service_name environment version console_format file_path ");
}

TEST(Config, IsRefusedForABadValueEvenWhereTheEnvironmentOverrulesIt) {
    EXPECT_NE(refusal({.service_name = "svc", .level = "VERBOSE"}, {{"LOG_LEVEL", "INFO"}}), "");
}

TEST(Config, PassesOverABadVariableWithAWarning) {
    const Settings settings =
        settled({.service_name = "svc", .level = "ERROR"},
                {{"LOG_LEVEL", "LOUD"}, {"LOG_MAX_ENTRY_BYTES", "many"}, {"LOG_STRIP_ANSI", "maybe"}});
    EXPECT_EQ(settings.level, Level::error);
    EXPECT_EQ(settings.sources.at("level"), "code");
    EXPECT_EQ(settings.entry.max_entry_bytes, 31'999u);
    ASSERT_EQ(settings.warnings.size(), 3u);
    EXPECT_EQ(settings.warnings[0].field, "level");
    EXPECT_EQ(settings.warnings[0].value, "\"LOUD\"");
    EXPECT_EQ(settings.warnings[0].source, "LOG_LEVEL");
    EXPECT_EQ(settings.warnings[0].remedy, "use one of DEBUG, INFO, WARNING, ERROR, CRITICAL");
}

TEST(Config, WarnsOfAVariableThatLooksMisspelt) {
    const Settings settings = settled({.service_name = "svc"}, {{"LOG_LEVLE", "DEBUG"}});
    ASSERT_EQ(settings.warnings.size(), 1u);
    EXPECT_EQ(settings.warnings[0].field, "LOG_LEVLE");
    EXPECT_EQ(settings.warnings[0].remedy, "did you mean LOG_LEVEL?");
    EXPECT_TRUE(settled({.service_name = "svc"}, {{"LOG_LEVEL", "DEBUG"}, {"LOG_STREAM_NAME", "x"}, {"LEVEL", "x"}})
                    .warnings.empty());
}

TEST(Config, TakesVersionsThatAreSemantic) {
    for (const char* const version :
         {"0.0.0", "10.20.30", "1.0.0-alpha.1", "1.0.0-x-y.0a", "1.0.0+build.007", "1.0.0-rc.1+b"}) {
        EXPECT_TRUE(resolve({.service_name = "svc", .version = version}, {})) << version;
    }
    for (const char* const version : {"", "1", "1.2", "1.2.3.4", "01.2.3", "1.2.3-", "1.2.3-01", "1.2.3+",
                                      "1.2.3garbage", "1.2.3-a..b", "v1.2.3", "1.2.3 ", "1.2.3+a+b"}) {
        EXPECT_FALSE(resolve({.service_name = "svc", .version = version}, {})) << version;
    }
}

TEST(ErrorCodes, AreThoseOfTheCommonTable) {
    for (const char* const code : {"AGORA_CONFIG", "AGORA_JSON", "AGORA_HANDLER_IO", "AGORA_CLOSED", "AGORA_ENCODE"}) {
        EXPECT_NE(std::ranges::find(gen::error_remedies, code, &gen::error_row::code), gen::error_remedies.end())
            << code;
    }
}

TEST(Config, KnowsEveryFieldOfTheSchema) {
    // A Config that sets everything leaves no field of the table to its default.
    const Config all{.service_name = "svc",
                     .environment = "dev",
                     .version = "1.0.0",
                     .level = "INFO",
                     .host = "h",
                     .console_enabled = true,
                     .console_format = "json",
                     .console_colors = true,
                     .file_enabled = false,
                     .file_path = "/tmp/x",
                     .default_context = Context{{"region", "eu"}},
                     .max_entry_bytes = 5000,
                     .strip_ansi = true,
                     .redact_enabled = true,
                     .redact_fields = std::vector<std::string>{"iban"},
                     .redact_replace_defaults = false,
                     .source_root = "/srv"};
    const Settings settings = settled(all);
    for (const gen::config_field& field : gen::config_fields) {
        EXPECT_EQ(settings.sources.at(std::string(field.cpp)), "code") << field.cpp;
    }
    EXPECT_EQ(to_json(settings.entry.default_context), R"({"region":"eu"})");
}
