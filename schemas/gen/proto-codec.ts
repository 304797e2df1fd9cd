// @ts-nocheck
// Generated from log_entry.proto by `npm run generate`. Do not edit.

import type { LogEntryMessage } from "./proto-types.ts";
import type { LogBatchMessage, MessageCodec } from "../src/proto/value-messages.ts";
import $protobuf from "protobufjs/minimal.js";

const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

const $root = $protobuf.roots["agora.log.v1"] || ($protobuf.roots["agora.log.v1"] = {});

const agora = $root.agora = (() => {

    const agora = {};

    agora.log = (function() {

        const log = {};

        log.v1 = (function() {

            const v1 = {};

            v1.LogEntry = (function() {

                const LogEntry = function (properties) {
                    this.context = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                LogEntry.prototype.time_unix_micros = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
                LogEntry.prototype.level = 0;
                LogEntry.prototype.message = "";
                LogEntry.prototype.service = "";
                LogEntry.prototype.file = "";
                LogEntry.prototype.line = 0;
                LogEntry.prototype["function"] = "";
                LogEntry.prototype.environment = null;
                LogEntry.prototype.version = null;
                LogEntry.prototype.host = null;
                LogEntry.prototype.logger_name = null;
                LogEntry.prototype.correlation_id = null;
                LogEntry.prototype.user_id = null;
                LogEntry.prototype.trace_id = null;
                LogEntry.prototype.span_id = null;
                LogEntry.prototype.context = $util.emptyArray;
                LogEntry.prototype.duration_ms = null;
                LogEntry.prototype.exception = null;
                LogEntry.prototype.schema_version = null;
                LogEntry.prototype.entry_id = null;
                LogEntry.prototype.sampling = null;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(LogEntry.prototype, "_environment", {
                    get: $util.oneOfGetter($oneOfFields = ["environment"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(LogEntry.prototype, "_version", {
                    get: $util.oneOfGetter($oneOfFields = ["version"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(LogEntry.prototype, "_host", {
                    get: $util.oneOfGetter($oneOfFields = ["host"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(LogEntry.prototype, "_logger_name", {
                    get: $util.oneOfGetter($oneOfFields = ["logger_name"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(LogEntry.prototype, "_correlation_id", {
                    get: $util.oneOfGetter($oneOfFields = ["correlation_id"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(LogEntry.prototype, "_user_id", {
                    get: $util.oneOfGetter($oneOfFields = ["user_id"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(LogEntry.prototype, "_trace_id", {
                    get: $util.oneOfGetter($oneOfFields = ["trace_id"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(LogEntry.prototype, "_span_id", {
                    get: $util.oneOfGetter($oneOfFields = ["span_id"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(LogEntry.prototype, "_duration_ms", {
                    get: $util.oneOfGetter($oneOfFields = ["duration_ms"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(LogEntry.prototype, "_exception", {
                    get: $util.oneOfGetter($oneOfFields = ["exception"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(LogEntry.prototype, "_schema_version", {
                    get: $util.oneOfGetter($oneOfFields = ["schema_version"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(LogEntry.prototype, "_entry_id", {
                    get: $util.oneOfGetter($oneOfFields = ["entry_id"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(LogEntry.prototype, "_sampling", {
                    get: $util.oneOfGetter($oneOfFields = ["sampling"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                LogEntry.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.time_unix_micros != null && $Object.hasOwnProperty.call(message, "time_unix_micros") && (typeof message.time_unix_micros === "object" ? message.time_unix_micros.low || message.time_unix_micros.high : message.time_unix_micros !== 0))
                        writer.uint32(9).sfixed64(message.time_unix_micros);
                    if (message.level != null && $Object.hasOwnProperty.call(message, "level") && message.level !== 0)
                        writer.uint32(16).int32(message.level);
                    if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                        writer.uint32(26).string(message.message);
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service") && message.service !== "")
                        writer.uint32(34).string(message.service);
                    if (message.file != null && $Object.hasOwnProperty.call(message, "file") && message.file !== "")
                        writer.uint32(42).string(message.file);
                    if (message.line != null && $Object.hasOwnProperty.call(message, "line") && message.line !== 0)
                        writer.uint32(48).uint32(message.line);
                    if (message["function"] != null && $Object.hasOwnProperty.call(message, "function") && message["function"] !== "")
                        writer.uint32(58).string(message["function"]);
                    if (message.environment != null && $Object.hasOwnProperty.call(message, "environment"))
                        writer.uint32(66).string(message.environment);
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                        writer.uint32(74).string(message.version);
                    if (message.host != null && $Object.hasOwnProperty.call(message, "host"))
                        writer.uint32(82).string(message.host);
                    if (message.logger_name != null && $Object.hasOwnProperty.call(message, "logger_name"))
                        writer.uint32(90).string(message.logger_name);
                    if (message.correlation_id != null && $Object.hasOwnProperty.call(message, "correlation_id"))
                        writer.uint32(98).string(message.correlation_id);
                    if (message.user_id != null && $Object.hasOwnProperty.call(message, "user_id"))
                        writer.uint32(106).string(message.user_id);
                    if (message.trace_id != null && $Object.hasOwnProperty.call(message, "trace_id"))
                        writer.uint32(114).bytes(message.trace_id);
                    if (message.span_id != null && $Object.hasOwnProperty.call(message, "span_id"))
                        writer.uint32(122).bytes(message.span_id);
                    if (message.context != null && message.context.length)
                        for (let i = 0; i < message.context.length; ++i)
                            $root.agora.log.v1.KeyValue.encode(message.context[i], writer.uint32(130).fork(), _depth + 1).ldelim();
                    if (message.duration_ms != null && $Object.hasOwnProperty.call(message, "duration_ms"))
                        writer.uint32(137).double(message.duration_ms);
                    if (message.exception != null && $Object.hasOwnProperty.call(message, "exception"))
                        $root.agora.log.v1.Exception.encode(message.exception, writer.uint32(146).fork(), _depth + 1).ldelim();
                    if (message.schema_version != null && $Object.hasOwnProperty.call(message, "schema_version"))
                        writer.uint32(154).string(message.schema_version);
                    if (message.entry_id != null && $Object.hasOwnProperty.call(message, "entry_id"))
                        writer.uint32(242).string(message.entry_id);
                    if (message.sampling != null && $Object.hasOwnProperty.call(message, "sampling"))
                        $root.agora.log.v1.Sampling.encode(message.sampling, writer.uint32(250).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                LogEntry.encodeDelimited = function(message, writer) {
                    return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
                };

                LogEntry.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.agora.log.v1.LogEntry();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 1)
                                    break;
                                if (typeof (value = reader.sfixed64()) === "object" ? value.low || value.high : value !== 0)
                                    message.time_unix_micros = value;
                                else
                                    delete message.time_unix_micros;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.level = value;
                                else
                                    delete message.level;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.message = value;
                                else
                                    delete message.message;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.service = value;
                                else
                                    delete message.service;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.file = value;
                                else
                                    delete message.file;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.line = value;
                                else
                                    delete message.line;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message["function"] = value;
                                else
                                    delete message["function"];
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                message.environment = reader.stringVerify();
                                message._environment = "environment";
                                continue;
                            }
                        case 9: {
                                if (wireType !== 2)
                                    break;
                                message.version = reader.stringVerify();
                                message._version = "version";
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                message.host = reader.stringVerify();
                                message._host = "host";
                                continue;
                            }
                        case 11: {
                                if (wireType !== 2)
                                    break;
                                message.logger_name = reader.stringVerify();
                                message._logger_name = "logger_name";
                                continue;
                            }
                        case 12: {
                                if (wireType !== 2)
                                    break;
                                message.correlation_id = reader.stringVerify();
                                message._correlation_id = "correlation_id";
                                continue;
                            }
                        case 13: {
                                if (wireType !== 2)
                                    break;
                                message.user_id = reader.stringVerify();
                                message._user_id = "user_id";
                                continue;
                            }
                        case 14: {
                                if (wireType !== 2)
                                    break;
                                message.trace_id = reader.bytes();
                                message._trace_id = "trace_id";
                                continue;
                            }
                        case 15: {
                                if (wireType !== 2)
                                    break;
                                message.span_id = reader.bytes();
                                message._span_id = "span_id";
                                continue;
                            }
                        case 16: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.context && message.context.length))
                                    message.context = [];
                                message.context.push($root.agora.log.v1.KeyValue.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 17: {
                                if (wireType !== 1)
                                    break;
                                message.duration_ms = reader.double();
                                message._duration_ms = "duration_ms";
                                continue;
                            }
                        case 18: {
                                if (wireType !== 2)
                                    break;
                                message.exception = $root.agora.log.v1.Exception.decode(reader, reader.size(), $undefined, _depth + 1, message.exception);
                                message._exception = "exception";
                                continue;
                            }
                        case 19: {
                                if (wireType !== 2)
                                    break;
                                message.schema_version = reader.stringVerify();
                                message._schema_version = "schema_version";
                                continue;
                            }
                        case 30: {
                                if (wireType !== 2)
                                    break;
                                message.entry_id = reader.stringVerify();
                                message._entry_id = "entry_id";
                                continue;
                            }
                        case 31: {
                                if (wireType !== 2)
                                    break;
                                message.sampling = $root.agora.log.v1.Sampling.decode(reader, reader.size(), $undefined, _depth + 1, message.sampling);
                                message._sampling = "sampling";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                LogEntry.decodeDelimited = function(reader) {
                    if (!(reader instanceof $Reader))
                        reader = new $Reader(reader);
                    return this.decode(reader, reader.size());
                };

                return LogEntry;
            })();

            v1.Exception = (function() {

                const Exception = function (properties) {
                    this.properties = [];
                    this.errors = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Exception.prototype.type = "";
                Exception.prototype.message = "";
                Exception.prototype.stacktrace = null;
                Exception.prototype.properties = $util.emptyArray;
                Exception.prototype.cause = null;
                Exception.prototype.errors = $util.emptyArray;

                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Exception.prototype, "_stacktrace", {
                    get: $util.oneOfGetter($oneOfFields = ["stacktrace"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Exception.prototype, "_cause", {
                    get: $util.oneOfGetter($oneOfFields = ["cause"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                Exception.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== "")
                        writer.uint32(10).string(message.type);
                    if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                        writer.uint32(18).string(message.message);
                    if (message.stacktrace != null && $Object.hasOwnProperty.call(message, "stacktrace"))
                        writer.uint32(26).string(message.stacktrace);
                    if (message.properties != null && message.properties.length)
                        for (let i = 0; i < message.properties.length; ++i)
                            $root.agora.log.v1.KeyValue.encode(message.properties[i], writer.uint32(34).fork(), _depth + 1).ldelim();
                    if (message.cause != null && $Object.hasOwnProperty.call(message, "cause"))
                        $root.agora.log.v1.Exception.encode(message.cause, writer.uint32(42).fork(), _depth + 1).ldelim();
                    if (message.errors != null && message.errors.length)
                        for (let i = 0; i < message.errors.length; ++i)
                            $root.agora.log.v1.Exception.encode(message.errors[i], writer.uint32(50).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Exception.encodeDelimited = function(message, writer) {
                    return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
                };

                Exception.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.agora.log.v1.Exception();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.type = value;
                                else
                                    delete message.type;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.message = value;
                                else
                                    delete message.message;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.stacktrace = reader.stringVerify();
                                message._stacktrace = "stacktrace";
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.properties && message.properties.length))
                                    message.properties = [];
                                message.properties.push($root.agora.log.v1.KeyValue.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.cause = $root.agora.log.v1.Exception.decode(reader, reader.size(), $undefined, _depth + 1, message.cause);
                                message._cause = "cause";
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.errors && message.errors.length))
                                    message.errors = [];
                                message.errors.push($root.agora.log.v1.Exception.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                Exception.decodeDelimited = function(reader) {
                    if (!(reader instanceof $Reader))
                        reader = new $Reader(reader);
                    return this.decode(reader, reader.size());
                };

                return Exception;
            })();

            v1.Sampling = (function() {

                const Sampling = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Sampling.prototype.rate = 0;

                Sampling.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.rate != null && $Object.hasOwnProperty.call(message, "rate") && !$Object.is(message.rate, 0))
                        writer.uint32(9).double(message.rate);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Sampling.encodeDelimited = function(message, writer) {
                    return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
                };

                Sampling.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.agora.log.v1.Sampling();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 1)
                                    break;
                                if (!$Object.is(value = reader.double(), 0))
                                    message.rate = value;
                                else
                                    delete message.rate;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                Sampling.decodeDelimited = function(reader) {
                    if (!(reader instanceof $Reader))
                        reader = new $Reader(reader);
                    return this.decode(reader, reader.size());
                };

                return Sampling;
            })();

            v1.Level = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "LEVEL_UNSPECIFIED"] = 0;
                values[valuesById[5] = "DEBUG"] = 5;
                values[valuesById[9] = "INFO"] = 9;
                values[valuesById[13] = "WARNING"] = 13;
                values[valuesById[17] = "ERROR"] = 17;
                values[valuesById[21] = "CRITICAL"] = 21;
                return values;
            })();

            v1.KeyValue = (function() {

                const KeyValue = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                KeyValue.prototype.key = "";
                KeyValue.prototype.value = null;

                KeyValue.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key !== "")
                        writer.uint32(10).string(message.key);
                    if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                        $root.agora.log.v1.AnyValue.encode(message.value, writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                KeyValue.encodeDelimited = function(message, writer) {
                    return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
                };

                KeyValue.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.agora.log.v1.KeyValue();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.key = value;
                                else
                                    delete message.key;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.value = $root.agora.log.v1.AnyValue.decode(reader, reader.size(), $undefined, _depth + 1, message.value);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                KeyValue.decodeDelimited = function(reader) {
                    if (!(reader instanceof $Reader))
                        reader = new $Reader(reader);
                    return this.decode(reader, reader.size());
                };

                return KeyValue;
            })();

            v1.AnyValue = (function() {

                const AnyValue = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                AnyValue.prototype.string_value = null;
                AnyValue.prototype.bool_value = null;
                AnyValue.prototype.int_value = null;
                AnyValue.prototype.double_value = null;
                AnyValue.prototype.array_value = null;
                AnyValue.prototype.kvlist_value = null;
                AnyValue.prototype.bytes_value = null;

                let $oneOfFields;

                $Object.defineProperty(AnyValue.prototype, "value", {
                    get: $util.oneOfGetter($oneOfFields = ["string_value", "bool_value", "int_value", "double_value", "array_value", "kvlist_value", "bytes_value"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                AnyValue.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.string_value != null && $Object.hasOwnProperty.call(message, "string_value"))
                        writer.uint32(10).string(message.string_value);
                    if (message.bool_value != null && $Object.hasOwnProperty.call(message, "bool_value"))
                        writer.uint32(16).bool(message.bool_value);
                    if (message.int_value != null && $Object.hasOwnProperty.call(message, "int_value"))
                        writer.uint32(24).int64(message.int_value);
                    if (message.double_value != null && $Object.hasOwnProperty.call(message, "double_value"))
                        writer.uint32(33).double(message.double_value);
                    if (message.array_value != null && $Object.hasOwnProperty.call(message, "array_value"))
                        $root.agora.log.v1.ArrayValue.encode(message.array_value, writer.uint32(42).fork(), _depth + 1).ldelim();
                    if (message.kvlist_value != null && $Object.hasOwnProperty.call(message, "kvlist_value"))
                        $root.agora.log.v1.KeyValueList.encode(message.kvlist_value, writer.uint32(50).fork(), _depth + 1).ldelim();
                    if (message.bytes_value != null && $Object.hasOwnProperty.call(message, "bytes_value"))
                        writer.uint32(58).bytes(message.bytes_value);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                AnyValue.encodeDelimited = function(message, writer) {
                    return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
                };

                AnyValue.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.agora.log.v1.AnyValue();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.string_value = reader.stringVerify();
                                message.value = "string_value";
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                message.bool_value = reader.bool();
                                message.value = "bool_value";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                message.int_value = reader.int64();
                                message.value = "int_value";
                                continue;
                            }
                        case 4: {
                                if (wireType !== 1)
                                    break;
                                message.double_value = reader.double();
                                message.value = "double_value";
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.array_value = $root.agora.log.v1.ArrayValue.decode(reader, reader.size(), $undefined, _depth + 1, message.array_value);
                                message.value = "array_value";
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.kvlist_value = $root.agora.log.v1.KeyValueList.decode(reader, reader.size(), $undefined, _depth + 1, message.kvlist_value);
                                message.value = "kvlist_value";
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                message.bytes_value = reader.bytes();
                                message.value = "bytes_value";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                AnyValue.decodeDelimited = function(reader) {
                    if (!(reader instanceof $Reader))
                        reader = new $Reader(reader);
                    return this.decode(reader, reader.size());
                };

                return AnyValue;
            })();

            v1.ArrayValue = (function() {

                const ArrayValue = function (properties) {
                    this.values = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ArrayValue.prototype.values = $util.emptyArray;

                ArrayValue.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.values != null && message.values.length)
                        for (let i = 0; i < message.values.length; ++i)
                            $root.agora.log.v1.AnyValue.encode(message.values[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ArrayValue.encodeDelimited = function(message, writer) {
                    return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
                };

                ArrayValue.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.agora.log.v1.ArrayValue();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.values && message.values.length))
                                    message.values = [];
                                message.values.push($root.agora.log.v1.AnyValue.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                ArrayValue.decodeDelimited = function(reader) {
                    if (!(reader instanceof $Reader))
                        reader = new $Reader(reader);
                    return this.decode(reader, reader.size());
                };

                return ArrayValue;
            })();

            v1.KeyValueList = (function() {

                const KeyValueList = function (properties) {
                    this.values = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                KeyValueList.prototype.values = $util.emptyArray;

                KeyValueList.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.values != null && message.values.length)
                        for (let i = 0; i < message.values.length; ++i)
                            $root.agora.log.v1.KeyValue.encode(message.values[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                KeyValueList.encodeDelimited = function(message, writer) {
                    return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
                };

                KeyValueList.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.agora.log.v1.KeyValueList();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.values && message.values.length))
                                    message.values = [];
                                message.values.push($root.agora.log.v1.KeyValue.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                KeyValueList.decodeDelimited = function(reader) {
                    if (!(reader instanceof $Reader))
                        reader = new $Reader(reader);
                    return this.decode(reader, reader.size());
                };

                return KeyValueList;
            })();

            v1.LogBatch = (function() {

                const LogBatch = function (properties) {
                    this.entries = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                LogBatch.prototype.entries = $util.emptyArray;

                LogBatch.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.entries != null && message.entries.length)
                        for (let i = 0; i < message.entries.length; ++i)
                            $root.agora.log.v1.LogEntry.encode(message.entries[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                LogBatch.encodeDelimited = function(message, writer) {
                    return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
                };

                LogBatch.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.agora.log.v1.LogBatch();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.entries && message.entries.length))
                                    message.entries = [];
                                message.entries.push($root.agora.log.v1.LogEntry.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                LogBatch.decodeDelimited = function(reader) {
                    if (!(reader instanceof $Reader))
                        reader = new $Reader(reader);
                    return this.decode(reader, reader.size());
                };

                return LogBatch;
            })();

            return v1;
        })();

        return log;
    })();

    return agora;
})();

/** Codec of one entry. */
export const LogEntry: MessageCodec<LogEntryMessage> = agora.log.v1.LogEntry;

/** Codec of several entries. */
export const LogBatch: MessageCodec<LogBatchMessage> = agora.log.v1.LogBatch;
