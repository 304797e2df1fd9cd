// @ts-nocheck
// Generated from log-config.schema.json by `npm run generate`. Do not edit.

import type { GeneratedValidator } from "../src/schema-errors.ts";

export const typescript: GeneratedValidator = validate21;
const schema6 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"typescript","type":"object","additionalProperties":false,"required":["serviceName"],"properties":{"serviceName":{"type":"string","minLength":1,"maxLength":128},"environment":{"type":"string","enum":["development","staging","production","dev","stage","prod"]},"version":{"type":"string","maxLength":256,"pattern":"^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(\\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*)?$"},"level":{"type":"string","pattern":"^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$"},"levels":{"type":"object","additionalProperties":{"type":"string","pattern":"^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$"}},"host":{"type":"string"},"console":{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean"},"format":{"type":"string","enum":["json","text","auto"]},"colors":{"type":"boolean"}}},"file":{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean"},"path":{"type":"string","minLength":1},"maxSizeMb":{"type":"number","minimum":0,"maximum":1048576},"maxBackupCount":{"type":"integer","minimum":0,"maximum":1000},"layout":{"type":"string","enum":["backups","segments"]},"minRotationIntervalMs":{"type":"integer","minimum":0,"maximum":3600000},"compress":{"type":"boolean"},"rotateDaily":{"type":"boolean"},"maxAgeDays":{"type":"integer","minimum":0,"maximum":36500},"maxTotalMb":{"type":"number","minimum":0,"maximum":1073741824},"fsync":{"type":"string","enum":["never","interval","always"]},"fsyncIntervalMs":{"type":"integer","minimum":10,"maximum":3600000}}},"async":{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean"},"queueSize":{"type":"integer","minimum":1,"maximum":10000000},"queueBytes":{"type":"integer","minimum":65536,"maximum":4294967296},"overflowPolicy":{"type":"string","enum":["drop_oldest","drop_newest","block","drop_least_important"]},"blockTimeoutMs":{"type":"integer","minimum":0,"maximum":60000},"batchSize":{"type":"integer","minimum":1,"maximum":100000},"flushIntervalMs":{"type":"integer","minimum":1,"maximum":60000}}},"defaultContext":{"type":"object"},"maxEntryBytes":{"type":"integer","minimum":4096,"maximum":256000},"stripAnsi":{"type":"boolean"},"redact":{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean"},"fields":{"type":"array","items":{"type":"string","minLength":1}},"replaceDefaults":{"type":"boolean"},"patterns":{"type":"object"},"masks":{"type":"object"},"policyFile":{"type":"string","minLength":1}}},"sampling":{"type":"object","additionalProperties":false,"properties":{"rates":{"type":"object","additionalProperties":{"type":"number","minimum":0,"maximum":1}},"alwaysLogPatterns":{"type":"array","items":{"type":"string","minLength":1}}}},"rateLimit":{"type":"object","additionalProperties":false,"properties":{"messagesPerSecond":{"type":"number","minimum":0,"maximum":10000000},"burstSize":{"type":"integer","minimum":1,"maximum":100000000}}},"sourceRoot":{"type":"string"},"entryIds":{"type":"string","enum":["auto","on","off"]},"recent":{"type":"object","additionalProperties":false,"properties":{"capacity":{"type":"integer","minimum":0,"maximum":100000}}},"routes":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["handler"],"properties":{"handler":{"type":"string","enum":["console","file","http","loki","otlp"]},"loggers":{"type":"array","items":{"type":"string","minLength":1,"maxLength":256,"pattern":"^(\\*|#|[^.*#]+)(\\.(\\*|#|[^.*#]+))*$"}},"level":{"type":"string","pattern":"^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$"},"priority":{"type":"integer","minimum":-1000000,"maximum":1000000},"path":{"type":"string","minLength":1}}}},"http":{"type":"object","additionalProperties":false,"properties":{"url":{"type":"string","maxLength":2048,"pattern":"^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$"},"headers":{"type":"object","additionalProperties":{"type":"string"}},"level":{"type":"string","pattern":"^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$"},"batchSize":{"type":"integer","minimum":1,"maximum":10000},"flushIntervalMs":{"type":"integer","minimum":1,"maximum":60000},"timeoutMs":{"type":"integer","minimum":1,"maximum":300000},"gzip":{"type":"boolean"},"spoolDirectory":{"type":"string","minLength":1},"spoolMaxMb":{"type":"number","minimum":1,"maximum":1048576}}},"loki":{"type":"object","additionalProperties":false,"properties":{"url":{"type":"string","maxLength":2048,"pattern":"^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$"},"headers":{"type":"object","additionalProperties":{"type":"string"}},"labels":{"type":"object","additionalProperties":{"type":"string"}},"tenant":{"type":"string","minLength":1},"level":{"type":"string","pattern":"^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$"},"batchSize":{"type":"integer","minimum":1,"maximum":10000},"flushIntervalMs":{"type":"integer","minimum":1,"maximum":60000},"timeoutMs":{"type":"integer","minimum":1,"maximum":300000},"gzip":{"type":"boolean"},"spoolDirectory":{"type":"string","minLength":1},"spoolMaxMb":{"type":"number","minimum":1,"maximum":1048576}}},"otlp":{"type":"object","additionalProperties":false,"properties":{"url":{"type":"string","maxLength":2048,"pattern":"^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$"},"headers":{"type":"object","additionalProperties":{"type":"string"}},"level":{"type":"string","pattern":"^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$"},"batchSize":{"type":"integer","minimum":1,"maximum":10000},"flushIntervalMs":{"type":"integer","minimum":1,"maximum":60000},"timeoutMs":{"type":"integer","minimum":1,"maximum":300000},"gzip":{"type":"boolean"},"spoolDirectory":{"type":"string","minLength":1},"spoolMaxMb":{"type":"number","minimum":1,"maximum":1048576}}},"audit":{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean"},"filePath":{"type":"string","minLength":1},"retentionDays":{"type":"integer","minimum":0,"maximum":36500},"includeUserId":{"type":"boolean"},"includeIpAddress":{"type":"boolean"},"includeRequestId":{"type":"boolean"},"key":{"type":"string","minLength":16}}},"exit":{"type":"object","additionalProperties":false,"properties":{"handleSignals":{"type":"boolean"},"reopenOnSighup":{"type":"boolean"},"deadlineMs":{"type":"integer","minimum":0,"maximum":60000}}},"configFile":{"type":"string","minLength":1},"reload":{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean"},"intervalMs":{"type":"integer","minimum":100,"maximum":3600000}}}}};
const func0 = Object.prototype.hasOwnProperty;
const func48 = ((text) => { let n = 0; for (const _ of text) n++; return n; });
const pattern0 = new RegExp("^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(\\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*)?$", "u");
const pattern1 = new RegExp("^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$", "u");
const pattern3 = new RegExp("^(\\*|#|[^.*#]+)(\\.(\\*|#|[^.*#]+))*$", "u");
const pattern5 = new RegExp("^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$", "u");

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="typescript" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.serviceName === undefined) || (!(func0.call(data, "serviceName")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "serviceName"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema6.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.serviceName !== undefined && func0.call(data, "serviceName")){
let data0 = data.serviceName;
if(typeof data0 === "string"){
if(func48(data0) > 128){
const err2 = {instancePath:instancePath+"/serviceName",schemaPath:"#/properties/serviceName/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(func48(data0) < 1){
const err3 = {instancePath:instancePath+"/serviceName",schemaPath:"#/properties/serviceName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/serviceName",schemaPath:"#/properties/serviceName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.environment !== undefined && func0.call(data, "environment")){
let data1 = data.environment;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!((((((data1 === "development") || (data1 === "staging")) || (data1 === "production")) || (data1 === "dev")) || (data1 === "stage")) || (data1 === "prod"))){
const err6 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/enum",keyword:"enum",params:{allowedValues: schema6.properties.environment.enum}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.version !== undefined && func0.call(data, "version")){
let data2 = data.version;
if(typeof data2 === "string"){
if(func48(data2) > 256){
const err7 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!pattern0.test(data2)){
const err8 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(\\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*)?$"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.level !== undefined && func0.call(data, "level")){
let data3 = data.level;
if(typeof data3 === "string"){
if(!pattern1.test(data3)){
const err10 = {instancePath:instancePath+"/level",schemaPath:"#/properties/level/pattern",keyword:"pattern",params:{pattern: "^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/level",schemaPath:"#/properties/level/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.levels !== undefined && func0.call(data, "levels")){
let data4 = data.levels;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 of Object.keys(data4)){
let data5 = data4[key1];
if(typeof data5 === "string"){
if(!pattern1.test(data5)){
const err12 = {instancePath:instancePath+"/levels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/levels/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/levels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/levels/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/levels",schemaPath:"#/properties/levels/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.host !== undefined && func0.call(data, "host")){
if(typeof data.host !== "string"){
const err15 = {instancePath:instancePath+"/host",schemaPath:"#/properties/host/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.console !== undefined && func0.call(data, "console")){
let data7 = data.console;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key2 of Object.keys(data7)){
if(!(((key2 === "enabled") || (key2 === "format")) || (key2 === "colors"))){
const err16 = {instancePath:instancePath+"/console",schemaPath:"#/properties/console/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data7.enabled !== undefined && func0.call(data7, "enabled")){
if(typeof data7.enabled !== "boolean"){
const err17 = {instancePath:instancePath+"/console/enabled",schemaPath:"#/properties/console/properties/enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data7.format !== undefined && func0.call(data7, "format")){
let data9 = data7.format;
if(typeof data9 !== "string"){
const err18 = {instancePath:instancePath+"/console/format",schemaPath:"#/properties/console/properties/format/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!(((data9 === "json") || (data9 === "text")) || (data9 === "auto"))){
const err19 = {instancePath:instancePath+"/console/format",schemaPath:"#/properties/console/properties/format/enum",keyword:"enum",params:{allowedValues: schema6.properties.console.properties.format.enum}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data7.colors !== undefined && func0.call(data7, "colors")){
if(typeof data7.colors !== "boolean"){
const err20 = {instancePath:instancePath+"/console/colors",schemaPath:"#/properties/console/properties/colors/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/console",schemaPath:"#/properties/console/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.file !== undefined && func0.call(data, "file")){
let data11 = data.file;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key3 of Object.keys(data11)){
if(!(func0.call(schema6.properties.file.properties, key3))){
const err22 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data11.enabled !== undefined && func0.call(data11, "enabled")){
if(typeof data11.enabled !== "boolean"){
const err23 = {instancePath:instancePath+"/file/enabled",schemaPath:"#/properties/file/properties/enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data11.path !== undefined && func0.call(data11, "path")){
let data13 = data11.path;
if(typeof data13 === "string"){
if(func48(data13) < 1){
const err24 = {instancePath:instancePath+"/file/path",schemaPath:"#/properties/file/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/file/path",schemaPath:"#/properties/file/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data11.maxSizeMb !== undefined && func0.call(data11, "maxSizeMb")){
let data14 = data11.maxSizeMb;
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 1048576 || isNaN(data14)){
const err26 = {instancePath:instancePath+"/file/maxSizeMb",schemaPath:"#/properties/file/properties/maxSizeMb/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data14 < 0 || isNaN(data14)){
const err27 = {instancePath:instancePath+"/file/maxSizeMb",schemaPath:"#/properties/file/properties/maxSizeMb/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/file/maxSizeMb",schemaPath:"#/properties/file/properties/maxSizeMb/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data11.maxBackupCount !== undefined && func0.call(data11, "maxBackupCount")){
let data15 = data11.maxBackupCount;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err29 = {instancePath:instancePath+"/file/maxBackupCount",schemaPath:"#/properties/file/properties/maxBackupCount/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 1000 || isNaN(data15)){
const err30 = {instancePath:instancePath+"/file/maxBackupCount",schemaPath:"#/properties/file/properties/maxBackupCount/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data15 < 0 || isNaN(data15)){
const err31 = {instancePath:instancePath+"/file/maxBackupCount",schemaPath:"#/properties/file/properties/maxBackupCount/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
if(data11.layout !== undefined && func0.call(data11, "layout")){
let data16 = data11.layout;
if(typeof data16 !== "string"){
const err32 = {instancePath:instancePath+"/file/layout",schemaPath:"#/properties/file/properties/layout/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(!((data16 === "backups") || (data16 === "segments"))){
const err33 = {instancePath:instancePath+"/file/layout",schemaPath:"#/properties/file/properties/layout/enum",keyword:"enum",params:{allowedValues: schema6.properties.file.properties.layout.enum}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data11.minRotationIntervalMs !== undefined && func0.call(data11, "minRotationIntervalMs")){
let data17 = data11.minRotationIntervalMs;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err34 = {instancePath:instancePath+"/file/minRotationIntervalMs",schemaPath:"#/properties/file/properties/minRotationIntervalMs/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 3600000 || isNaN(data17)){
const err35 = {instancePath:instancePath+"/file/minRotationIntervalMs",schemaPath:"#/properties/file/properties/minRotationIntervalMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600000}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data17 < 0 || isNaN(data17)){
const err36 = {instancePath:instancePath+"/file/minRotationIntervalMs",schemaPath:"#/properties/file/properties/minRotationIntervalMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
if(data11.compress !== undefined && func0.call(data11, "compress")){
if(typeof data11.compress !== "boolean"){
const err37 = {instancePath:instancePath+"/file/compress",schemaPath:"#/properties/file/properties/compress/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data11.rotateDaily !== undefined && func0.call(data11, "rotateDaily")){
if(typeof data11.rotateDaily !== "boolean"){
const err38 = {instancePath:instancePath+"/file/rotateDaily",schemaPath:"#/properties/file/properties/rotateDaily/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data11.maxAgeDays !== undefined && func0.call(data11, "maxAgeDays")){
let data20 = data11.maxAgeDays;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err39 = {instancePath:instancePath+"/file/maxAgeDays",schemaPath:"#/properties/file/properties/maxAgeDays/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 36500 || isNaN(data20)){
const err40 = {instancePath:instancePath+"/file/maxAgeDays",schemaPath:"#/properties/file/properties/maxAgeDays/maximum",keyword:"maximum",params:{comparison: "<=", limit: 36500}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data20 < 0 || isNaN(data20)){
const err41 = {instancePath:instancePath+"/file/maxAgeDays",schemaPath:"#/properties/file/properties/maxAgeDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
if(data11.maxTotalMb !== undefined && func0.call(data11, "maxTotalMb")){
let data21 = data11.maxTotalMb;
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 1073741824 || isNaN(data21)){
const err42 = {instancePath:instancePath+"/file/maxTotalMb",schemaPath:"#/properties/file/properties/maxTotalMb/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1073741824}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data21 < 0 || isNaN(data21)){
const err43 = {instancePath:instancePath+"/file/maxTotalMb",schemaPath:"#/properties/file/properties/maxTotalMb/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/file/maxTotalMb",schemaPath:"#/properties/file/properties/maxTotalMb/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data11.fsync !== undefined && func0.call(data11, "fsync")){
let data22 = data11.fsync;
if(typeof data22 !== "string"){
const err45 = {instancePath:instancePath+"/file/fsync",schemaPath:"#/properties/file/properties/fsync/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(!(((data22 === "never") || (data22 === "interval")) || (data22 === "always"))){
const err46 = {instancePath:instancePath+"/file/fsync",schemaPath:"#/properties/file/properties/fsync/enum",keyword:"enum",params:{allowedValues: schema6.properties.file.properties.fsync.enum}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data11.fsyncIntervalMs !== undefined && func0.call(data11, "fsyncIntervalMs")){
let data23 = data11.fsyncIntervalMs;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
const err47 = {instancePath:instancePath+"/file/fsyncIntervalMs",schemaPath:"#/properties/file/properties/fsyncIntervalMs/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 > 3600000 || isNaN(data23)){
const err48 = {instancePath:instancePath+"/file/fsyncIntervalMs",schemaPath:"#/properties/file/properties/fsyncIntervalMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600000}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data23 < 10 || isNaN(data23)){
const err49 = {instancePath:instancePath+"/file/fsyncIntervalMs",schemaPath:"#/properties/file/properties/fsyncIntervalMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 10}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
}
else {
const err50 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data.async !== undefined && func0.call(data, "async")){
let data24 = data.async;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
for(const key4 of Object.keys(data24)){
if(!(((((((key4 === "enabled") || (key4 === "queueSize")) || (key4 === "queueBytes")) || (key4 === "overflowPolicy")) || (key4 === "blockTimeoutMs")) || (key4 === "batchSize")) || (key4 === "flushIntervalMs"))){
const err51 = {instancePath:instancePath+"/async",schemaPath:"#/properties/async/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data24.enabled !== undefined && func0.call(data24, "enabled")){
if(typeof data24.enabled !== "boolean"){
const err52 = {instancePath:instancePath+"/async/enabled",schemaPath:"#/properties/async/properties/enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data24.queueSize !== undefined && func0.call(data24, "queueSize")){
let data26 = data24.queueSize;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
const err53 = {instancePath:instancePath+"/async/queueSize",schemaPath:"#/properties/async/properties/queueSize/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 > 10000000 || isNaN(data26)){
const err54 = {instancePath:instancePath+"/async/queueSize",schemaPath:"#/properties/async/properties/queueSize/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000000}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(data26 < 1 || isNaN(data26)){
const err55 = {instancePath:instancePath+"/async/queueSize",schemaPath:"#/properties/async/properties/queueSize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
if(data24.queueBytes !== undefined && func0.call(data24, "queueBytes")){
let data27 = data24.queueBytes;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
const err56 = {instancePath:instancePath+"/async/queueBytes",schemaPath:"#/properties/async/properties/queueBytes/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 > 4294967296 || isNaN(data27)){
const err57 = {instancePath:instancePath+"/async/queueBytes",schemaPath:"#/properties/async/properties/queueBytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967296}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(data27 < 65536 || isNaN(data27)){
const err58 = {instancePath:instancePath+"/async/queueBytes",schemaPath:"#/properties/async/properties/queueBytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 65536}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
if(data24.overflowPolicy !== undefined && func0.call(data24, "overflowPolicy")){
let data28 = data24.overflowPolicy;
if(typeof data28 !== "string"){
const err59 = {instancePath:instancePath+"/async/overflowPolicy",schemaPath:"#/properties/async/properties/overflowPolicy/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(!((((data28 === "drop_oldest") || (data28 === "drop_newest")) || (data28 === "block")) || (data28 === "drop_least_important"))){
const err60 = {instancePath:instancePath+"/async/overflowPolicy",schemaPath:"#/properties/async/properties/overflowPolicy/enum",keyword:"enum",params:{allowedValues: schema6.properties.async.properties.overflowPolicy.enum}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data24.blockTimeoutMs !== undefined && func0.call(data24, "blockTimeoutMs")){
let data29 = data24.blockTimeoutMs;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
const err61 = {instancePath:instancePath+"/async/blockTimeoutMs",schemaPath:"#/properties/async/properties/blockTimeoutMs/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 > 60000 || isNaN(data29)){
const err62 = {instancePath:instancePath+"/async/blockTimeoutMs",schemaPath:"#/properties/async/properties/blockTimeoutMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 60000}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(data29 < 0 || isNaN(data29)){
const err63 = {instancePath:instancePath+"/async/blockTimeoutMs",schemaPath:"#/properties/async/properties/blockTimeoutMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
if(data24.batchSize !== undefined && func0.call(data24, "batchSize")){
let data30 = data24.batchSize;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
const err64 = {instancePath:instancePath+"/async/batchSize",schemaPath:"#/properties/async/properties/batchSize/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 100000 || isNaN(data30)){
const err65 = {instancePath:instancePath+"/async/batchSize",schemaPath:"#/properties/async/properties/batchSize/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(data30 < 1 || isNaN(data30)){
const err66 = {instancePath:instancePath+"/async/batchSize",schemaPath:"#/properties/async/properties/batchSize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
if(data24.flushIntervalMs !== undefined && func0.call(data24, "flushIntervalMs")){
let data31 = data24.flushIntervalMs;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
const err67 = {instancePath:instancePath+"/async/flushIntervalMs",schemaPath:"#/properties/async/properties/flushIntervalMs/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 > 60000 || isNaN(data31)){
const err68 = {instancePath:instancePath+"/async/flushIntervalMs",schemaPath:"#/properties/async/properties/flushIntervalMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 60000}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(data31 < 1 || isNaN(data31)){
const err69 = {instancePath:instancePath+"/async/flushIntervalMs",schemaPath:"#/properties/async/properties/flushIntervalMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
}
else {
const err70 = {instancePath:instancePath+"/async",schemaPath:"#/properties/async/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data.defaultContext !== undefined && func0.call(data, "defaultContext")){
let data32 = data.defaultContext;
if(!(data32 && typeof data32 == "object" && !Array.isArray(data32))){
const err71 = {instancePath:instancePath+"/defaultContext",schemaPath:"#/properties/defaultContext/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data.maxEntryBytes !== undefined && func0.call(data, "maxEntryBytes")){
let data33 = data.maxEntryBytes;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
const err72 = {instancePath:instancePath+"/maxEntryBytes",schemaPath:"#/properties/maxEntryBytes/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 > 256000 || isNaN(data33)){
const err73 = {instancePath:instancePath+"/maxEntryBytes",schemaPath:"#/properties/maxEntryBytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 256000}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(data33 < 4096 || isNaN(data33)){
const err74 = {instancePath:instancePath+"/maxEntryBytes",schemaPath:"#/properties/maxEntryBytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 4096}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
}
if(data.stripAnsi !== undefined && func0.call(data, "stripAnsi")){
if(typeof data.stripAnsi !== "boolean"){
const err75 = {instancePath:instancePath+"/stripAnsi",schemaPath:"#/properties/stripAnsi/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data.redact !== undefined && func0.call(data, "redact")){
let data35 = data.redact;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
for(const key5 of Object.keys(data35)){
if(!((((((key5 === "enabled") || (key5 === "fields")) || (key5 === "replaceDefaults")) || (key5 === "patterns")) || (key5 === "masks")) || (key5 === "policyFile"))){
const err76 = {instancePath:instancePath+"/redact",schemaPath:"#/properties/redact/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data35.enabled !== undefined && func0.call(data35, "enabled")){
if(typeof data35.enabled !== "boolean"){
const err77 = {instancePath:instancePath+"/redact/enabled",schemaPath:"#/properties/redact/properties/enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data35.fields !== undefined && func0.call(data35, "fields")){
let data37 = data35.fields;
if(Array.isArray(data37)){
const len0 = data37.length;
for(let i0=0; i0<len0; i0++){
let data38 = data37[i0];
if(typeof data38 === "string"){
if(func48(data38) < 1){
const err78 = {instancePath:instancePath+"/redact/fields/" + i0,schemaPath:"#/properties/redact/properties/fields/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
else {
const err79 = {instancePath:instancePath+"/redact/fields/" + i0,schemaPath:"#/properties/redact/properties/fields/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
else {
const err80 = {instancePath:instancePath+"/redact/fields",schemaPath:"#/properties/redact/properties/fields/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data35.replaceDefaults !== undefined && func0.call(data35, "replaceDefaults")){
if(typeof data35.replaceDefaults !== "boolean"){
const err81 = {instancePath:instancePath+"/redact/replaceDefaults",schemaPath:"#/properties/redact/properties/replaceDefaults/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data35.patterns !== undefined && func0.call(data35, "patterns")){
let data40 = data35.patterns;
if(!(data40 && typeof data40 == "object" && !Array.isArray(data40))){
const err82 = {instancePath:instancePath+"/redact/patterns",schemaPath:"#/properties/redact/properties/patterns/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data35.masks !== undefined && func0.call(data35, "masks")){
let data41 = data35.masks;
if(!(data41 && typeof data41 == "object" && !Array.isArray(data41))){
const err83 = {instancePath:instancePath+"/redact/masks",schemaPath:"#/properties/redact/properties/masks/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data35.policyFile !== undefined && func0.call(data35, "policyFile")){
let data42 = data35.policyFile;
if(typeof data42 === "string"){
if(func48(data42) < 1){
const err84 = {instancePath:instancePath+"/redact/policyFile",schemaPath:"#/properties/redact/properties/policyFile/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
else {
const err85 = {instancePath:instancePath+"/redact/policyFile",schemaPath:"#/properties/redact/properties/policyFile/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
}
else {
const err86 = {instancePath:instancePath+"/redact",schemaPath:"#/properties/redact/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data.sampling !== undefined && func0.call(data, "sampling")){
let data43 = data.sampling;
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
for(const key6 of Object.keys(data43)){
if(!((key6 === "rates") || (key6 === "alwaysLogPatterns"))){
const err87 = {instancePath:instancePath+"/sampling",schemaPath:"#/properties/sampling/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data43.rates !== undefined && func0.call(data43, "rates")){
let data44 = data43.rates;
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
for(const key7 of Object.keys(data44)){
let data45 = data44[key7];
if((typeof data45 == "number") && (isFinite(data45))){
if(data45 > 1 || isNaN(data45)){
const err88 = {instancePath:instancePath+"/sampling/rates/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/sampling/properties/rates/additionalProperties/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(data45 < 0 || isNaN(data45)){
const err89 = {instancePath:instancePath+"/sampling/rates/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/sampling/properties/rates/additionalProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
else {
const err90 = {instancePath:instancePath+"/sampling/rates/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/sampling/properties/rates/additionalProperties/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
}
else {
const err91 = {instancePath:instancePath+"/sampling/rates",schemaPath:"#/properties/sampling/properties/rates/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data43.alwaysLogPatterns !== undefined && func0.call(data43, "alwaysLogPatterns")){
let data46 = data43.alwaysLogPatterns;
if(Array.isArray(data46)){
const len1 = data46.length;
for(let i1=0; i1<len1; i1++){
let data47 = data46[i1];
if(typeof data47 === "string"){
if(func48(data47) < 1){
const err92 = {instancePath:instancePath+"/sampling/alwaysLogPatterns/" + i1,schemaPath:"#/properties/sampling/properties/alwaysLogPatterns/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
else {
const err93 = {instancePath:instancePath+"/sampling/alwaysLogPatterns/" + i1,schemaPath:"#/properties/sampling/properties/alwaysLogPatterns/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
}
else {
const err94 = {instancePath:instancePath+"/sampling/alwaysLogPatterns",schemaPath:"#/properties/sampling/properties/alwaysLogPatterns/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
}
else {
const err95 = {instancePath:instancePath+"/sampling",schemaPath:"#/properties/sampling/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data.rateLimit !== undefined && func0.call(data, "rateLimit")){
let data48 = data.rateLimit;
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
for(const key8 of Object.keys(data48)){
if(!((key8 === "messagesPerSecond") || (key8 === "burstSize"))){
const err96 = {instancePath:instancePath+"/rateLimit",schemaPath:"#/properties/rateLimit/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data48.messagesPerSecond !== undefined && func0.call(data48, "messagesPerSecond")){
let data49 = data48.messagesPerSecond;
if((typeof data49 == "number") && (isFinite(data49))){
if(data49 > 10000000 || isNaN(data49)){
const err97 = {instancePath:instancePath+"/rateLimit/messagesPerSecond",schemaPath:"#/properties/rateLimit/properties/messagesPerSecond/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000000}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(data49 < 0 || isNaN(data49)){
const err98 = {instancePath:instancePath+"/rateLimit/messagesPerSecond",schemaPath:"#/properties/rateLimit/properties/messagesPerSecond/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
else {
const err99 = {instancePath:instancePath+"/rateLimit/messagesPerSecond",schemaPath:"#/properties/rateLimit/properties/messagesPerSecond/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data48.burstSize !== undefined && func0.call(data48, "burstSize")){
let data50 = data48.burstSize;
if(!(((typeof data50 == "number") && (!(data50 % 1) && !isNaN(data50))) && (isFinite(data50)))){
const err100 = {instancePath:instancePath+"/rateLimit/burstSize",schemaPath:"#/properties/rateLimit/properties/burstSize/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if((typeof data50 == "number") && (isFinite(data50))){
if(data50 > 100000000 || isNaN(data50)){
const err101 = {instancePath:instancePath+"/rateLimit/burstSize",schemaPath:"#/properties/rateLimit/properties/burstSize/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000000}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if(data50 < 1 || isNaN(data50)){
const err102 = {instancePath:instancePath+"/rateLimit/burstSize",schemaPath:"#/properties/rateLimit/properties/burstSize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
}
}
else {
const err103 = {instancePath:instancePath+"/rateLimit",schemaPath:"#/properties/rateLimit/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
if(data.sourceRoot !== undefined && func0.call(data, "sourceRoot")){
if(typeof data.sourceRoot !== "string"){
const err104 = {instancePath:instancePath+"/sourceRoot",schemaPath:"#/properties/sourceRoot/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
if(data.entryIds !== undefined && func0.call(data, "entryIds")){
let data52 = data.entryIds;
if(typeof data52 !== "string"){
const err105 = {instancePath:instancePath+"/entryIds",schemaPath:"#/properties/entryIds/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if(!(((data52 === "auto") || (data52 === "on")) || (data52 === "off"))){
const err106 = {instancePath:instancePath+"/entryIds",schemaPath:"#/properties/entryIds/enum",keyword:"enum",params:{allowedValues: schema6.properties.entryIds.enum}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data.recent !== undefined && func0.call(data, "recent")){
let data53 = data.recent;
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
for(const key9 of Object.keys(data53)){
if(!(key9 === "capacity")){
const err107 = {instancePath:instancePath+"/recent",schemaPath:"#/properties/recent/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data53.capacity !== undefined && func0.call(data53, "capacity")){
let data54 = data53.capacity;
if(!(((typeof data54 == "number") && (!(data54 % 1) && !isNaN(data54))) && (isFinite(data54)))){
const err108 = {instancePath:instancePath+"/recent/capacity",schemaPath:"#/properties/recent/properties/capacity/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
if((typeof data54 == "number") && (isFinite(data54))){
if(data54 > 100000 || isNaN(data54)){
const err109 = {instancePath:instancePath+"/recent/capacity",schemaPath:"#/properties/recent/properties/capacity/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if(data54 < 0 || isNaN(data54)){
const err110 = {instancePath:instancePath+"/recent/capacity",schemaPath:"#/properties/recent/properties/capacity/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
}
}
else {
const err111 = {instancePath:instancePath+"/recent",schemaPath:"#/properties/recent/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
if(data.routes !== undefined && func0.call(data, "routes")){
let data55 = data.routes;
if(Array.isArray(data55)){
const len2 = data55.length;
for(let i2=0; i2<len2; i2++){
let data56 = data55[i2];
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
if((data56.handler === undefined) || (!(func0.call(data56, "handler")))){
const err112 = {instancePath:instancePath+"/routes/" + i2,schemaPath:"#/properties/routes/items/required",keyword:"required",params:{missingProperty: "handler"}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
for(const key10 of Object.keys(data56)){
if(!(((((key10 === "handler") || (key10 === "loggers")) || (key10 === "level")) || (key10 === "priority")) || (key10 === "path"))){
const err113 = {instancePath:instancePath+"/routes/" + i2,schemaPath:"#/properties/routes/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data56.handler !== undefined && func0.call(data56, "handler")){
let data57 = data56.handler;
if(typeof data57 !== "string"){
const err114 = {instancePath:instancePath+"/routes/" + i2+"/handler",schemaPath:"#/properties/routes/items/properties/handler/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(!(((((data57 === "console") || (data57 === "file")) || (data57 === "http")) || (data57 === "loki")) || (data57 === "otlp"))){
const err115 = {instancePath:instancePath+"/routes/" + i2+"/handler",schemaPath:"#/properties/routes/items/properties/handler/enum",keyword:"enum",params:{allowedValues: schema6.properties.routes.items.properties.handler.enum}};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
if(data56.loggers !== undefined && func0.call(data56, "loggers")){
let data58 = data56.loggers;
if(Array.isArray(data58)){
const len3 = data58.length;
for(let i3=0; i3<len3; i3++){
let data59 = data58[i3];
if(typeof data59 === "string"){
if(func48(data59) > 256){
const err116 = {instancePath:instancePath+"/routes/" + i2+"/loggers/" + i3,schemaPath:"#/properties/routes/items/properties/loggers/items/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
if(func48(data59) < 1){
const err117 = {instancePath:instancePath+"/routes/" + i2+"/loggers/" + i3,schemaPath:"#/properties/routes/items/properties/loggers/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if(!pattern3.test(data59)){
const err118 = {instancePath:instancePath+"/routes/" + i2+"/loggers/" + i3,schemaPath:"#/properties/routes/items/properties/loggers/items/pattern",keyword:"pattern",params:{pattern: "^(\\*|#|[^.*#]+)(\\.(\\*|#|[^.*#]+))*$"}};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
else {
const err119 = {instancePath:instancePath+"/routes/" + i2+"/loggers/" + i3,schemaPath:"#/properties/routes/items/properties/loggers/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
}
else {
const err120 = {instancePath:instancePath+"/routes/" + i2+"/loggers",schemaPath:"#/properties/routes/items/properties/loggers/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
if(data56.level !== undefined && func0.call(data56, "level")){
let data60 = data56.level;
if(typeof data60 === "string"){
if(!pattern1.test(data60)){
const err121 = {instancePath:instancePath+"/routes/" + i2+"/level",schemaPath:"#/properties/routes/items/properties/level/pattern",keyword:"pattern",params:{pattern: "^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$"}};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
else {
const err122 = {instancePath:instancePath+"/routes/" + i2+"/level",schemaPath:"#/properties/routes/items/properties/level/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data56.priority !== undefined && func0.call(data56, "priority")){
let data61 = data56.priority;
if(!(((typeof data61 == "number") && (!(data61 % 1) && !isNaN(data61))) && (isFinite(data61)))){
const err123 = {instancePath:instancePath+"/routes/" + i2+"/priority",schemaPath:"#/properties/routes/items/properties/priority/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if((typeof data61 == "number") && (isFinite(data61))){
if(data61 > 1000000 || isNaN(data61)){
const err124 = {instancePath:instancePath+"/routes/" + i2+"/priority",schemaPath:"#/properties/routes/items/properties/priority/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if(data61 < -1000000 || isNaN(data61)){
const err125 = {instancePath:instancePath+"/routes/" + i2+"/priority",schemaPath:"#/properties/routes/items/properties/priority/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1000000}};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
}
if(data56.path !== undefined && func0.call(data56, "path")){
let data62 = data56.path;
if(typeof data62 === "string"){
if(func48(data62) < 1){
const err126 = {instancePath:instancePath+"/routes/" + i2+"/path",schemaPath:"#/properties/routes/items/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
else {
const err127 = {instancePath:instancePath+"/routes/" + i2+"/path",schemaPath:"#/properties/routes/items/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
}
else {
const err128 = {instancePath:instancePath+"/routes/" + i2,schemaPath:"#/properties/routes/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
}
else {
const err129 = {instancePath:instancePath+"/routes",schemaPath:"#/properties/routes/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data.http !== undefined && func0.call(data, "http")){
let data63 = data.http;
if(data63 && typeof data63 == "object" && !Array.isArray(data63)){
for(const key11 of Object.keys(data63)){
if(!(func0.call(schema6.properties.http.properties, key11))){
const err130 = {instancePath:instancePath+"/http",schemaPath:"#/properties/http/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11}};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data63.url !== undefined && func0.call(data63, "url")){
let data64 = data63.url;
if(typeof data64 === "string"){
if(func48(data64) > 2048){
const err131 = {instancePath:instancePath+"/http/url",schemaPath:"#/properties/http/properties/url/maxLength",keyword:"maxLength",params:{limit: 2048}};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if(!pattern5.test(data64)){
const err132 = {instancePath:instancePath+"/http/url",schemaPath:"#/properties/http/properties/url/pattern",keyword:"pattern",params:{pattern: "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$"}};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
else {
const err133 = {instancePath:instancePath+"/http/url",schemaPath:"#/properties/http/properties/url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
if(data63.headers !== undefined && func0.call(data63, "headers")){
let data65 = data63.headers;
if(data65 && typeof data65 == "object" && !Array.isArray(data65)){
for(const key12 of Object.keys(data65)){
if(typeof data65[key12] !== "string"){
const err134 = {instancePath:instancePath+"/http/headers/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/http/properties/headers/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
}
else {
const err135 = {instancePath:instancePath+"/http/headers",schemaPath:"#/properties/http/properties/headers/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data63.level !== undefined && func0.call(data63, "level")){
let data67 = data63.level;
if(typeof data67 === "string"){
if(!pattern1.test(data67)){
const err136 = {instancePath:instancePath+"/http/level",schemaPath:"#/properties/http/properties/level/pattern",keyword:"pattern",params:{pattern: "^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$"}};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
else {
const err137 = {instancePath:instancePath+"/http/level",schemaPath:"#/properties/http/properties/level/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data63.batchSize !== undefined && func0.call(data63, "batchSize")){
let data68 = data63.batchSize;
if(!(((typeof data68 == "number") && (!(data68 % 1) && !isNaN(data68))) && (isFinite(data68)))){
const err138 = {instancePath:instancePath+"/http/batchSize",schemaPath:"#/properties/http/properties/batchSize/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if((typeof data68 == "number") && (isFinite(data68))){
if(data68 > 10000 || isNaN(data68)){
const err139 = {instancePath:instancePath+"/http/batchSize",schemaPath:"#/properties/http/properties/batchSize/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000}};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if(data68 < 1 || isNaN(data68)){
const err140 = {instancePath:instancePath+"/http/batchSize",schemaPath:"#/properties/http/properties/batchSize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
}
if(data63.flushIntervalMs !== undefined && func0.call(data63, "flushIntervalMs")){
let data69 = data63.flushIntervalMs;
if(!(((typeof data69 == "number") && (!(data69 % 1) && !isNaN(data69))) && (isFinite(data69)))){
const err141 = {instancePath:instancePath+"/http/flushIntervalMs",schemaPath:"#/properties/http/properties/flushIntervalMs/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
if((typeof data69 == "number") && (isFinite(data69))){
if(data69 > 60000 || isNaN(data69)){
const err142 = {instancePath:instancePath+"/http/flushIntervalMs",schemaPath:"#/properties/http/properties/flushIntervalMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 60000}};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
if(data69 < 1 || isNaN(data69)){
const err143 = {instancePath:instancePath+"/http/flushIntervalMs",schemaPath:"#/properties/http/properties/flushIntervalMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
}
if(data63.timeoutMs !== undefined && func0.call(data63, "timeoutMs")){
let data70 = data63.timeoutMs;
if(!(((typeof data70 == "number") && (!(data70 % 1) && !isNaN(data70))) && (isFinite(data70)))){
const err144 = {instancePath:instancePath+"/http/timeoutMs",schemaPath:"#/properties/http/properties/timeoutMs/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
if((typeof data70 == "number") && (isFinite(data70))){
if(data70 > 300000 || isNaN(data70)){
const err145 = {instancePath:instancePath+"/http/timeoutMs",schemaPath:"#/properties/http/properties/timeoutMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 300000}};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
if(data70 < 1 || isNaN(data70)){
const err146 = {instancePath:instancePath+"/http/timeoutMs",schemaPath:"#/properties/http/properties/timeoutMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
}
if(data63.gzip !== undefined && func0.call(data63, "gzip")){
if(typeof data63.gzip !== "boolean"){
const err147 = {instancePath:instancePath+"/http/gzip",schemaPath:"#/properties/http/properties/gzip/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
if(data63.spoolDirectory !== undefined && func0.call(data63, "spoolDirectory")){
let data72 = data63.spoolDirectory;
if(typeof data72 === "string"){
if(func48(data72) < 1){
const err148 = {instancePath:instancePath+"/http/spoolDirectory",schemaPath:"#/properties/http/properties/spoolDirectory/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
else {
const err149 = {instancePath:instancePath+"/http/spoolDirectory",schemaPath:"#/properties/http/properties/spoolDirectory/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
if(data63.spoolMaxMb !== undefined && func0.call(data63, "spoolMaxMb")){
let data73 = data63.spoolMaxMb;
if((typeof data73 == "number") && (isFinite(data73))){
if(data73 > 1048576 || isNaN(data73)){
const err150 = {instancePath:instancePath+"/http/spoolMaxMb",schemaPath:"#/properties/http/properties/spoolMaxMb/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576}};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
if(data73 < 1 || isNaN(data73)){
const err151 = {instancePath:instancePath+"/http/spoolMaxMb",schemaPath:"#/properties/http/properties/spoolMaxMb/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
else {
const err152 = {instancePath:instancePath+"/http/spoolMaxMb",schemaPath:"#/properties/http/properties/spoolMaxMb/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
}
else {
const err153 = {instancePath:instancePath+"/http",schemaPath:"#/properties/http/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
if(data.loki !== undefined && func0.call(data, "loki")){
let data74 = data.loki;
if(data74 && typeof data74 == "object" && !Array.isArray(data74)){
for(const key13 of Object.keys(data74)){
if(!(func0.call(schema6.properties.loki.properties, key13))){
const err154 = {instancePath:instancePath+"/loki",schemaPath:"#/properties/loki/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
if(data74.url !== undefined && func0.call(data74, "url")){
let data75 = data74.url;
if(typeof data75 === "string"){
if(func48(data75) > 2048){
const err155 = {instancePath:instancePath+"/loki/url",schemaPath:"#/properties/loki/properties/url/maxLength",keyword:"maxLength",params:{limit: 2048}};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
if(!pattern5.test(data75)){
const err156 = {instancePath:instancePath+"/loki/url",schemaPath:"#/properties/loki/properties/url/pattern",keyword:"pattern",params:{pattern: "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$"}};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
else {
const err157 = {instancePath:instancePath+"/loki/url",schemaPath:"#/properties/loki/properties/url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
if(data74.headers !== undefined && func0.call(data74, "headers")){
let data76 = data74.headers;
if(data76 && typeof data76 == "object" && !Array.isArray(data76)){
for(const key14 of Object.keys(data76)){
if(typeof data76[key14] !== "string"){
const err158 = {instancePath:instancePath+"/loki/headers/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/loki/properties/headers/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
}
else {
const err159 = {instancePath:instancePath+"/loki/headers",schemaPath:"#/properties/loki/properties/headers/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
if(data74.labels !== undefined && func0.call(data74, "labels")){
let data78 = data74.labels;
if(data78 && typeof data78 == "object" && !Array.isArray(data78)){
for(const key15 of Object.keys(data78)){
if(typeof data78[key15] !== "string"){
const err160 = {instancePath:instancePath+"/loki/labels/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/loki/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
}
else {
const err161 = {instancePath:instancePath+"/loki/labels",schemaPath:"#/properties/loki/properties/labels/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
if(data74.tenant !== undefined && func0.call(data74, "tenant")){
let data80 = data74.tenant;
if(typeof data80 === "string"){
if(func48(data80) < 1){
const err162 = {instancePath:instancePath+"/loki/tenant",schemaPath:"#/properties/loki/properties/tenant/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
else {
const err163 = {instancePath:instancePath+"/loki/tenant",schemaPath:"#/properties/loki/properties/tenant/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
if(data74.level !== undefined && func0.call(data74, "level")){
let data81 = data74.level;
if(typeof data81 === "string"){
if(!pattern1.test(data81)){
const err164 = {instancePath:instancePath+"/loki/level",schemaPath:"#/properties/loki/properties/level/pattern",keyword:"pattern",params:{pattern: "^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$"}};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
else {
const err165 = {instancePath:instancePath+"/loki/level",schemaPath:"#/properties/loki/properties/level/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
if(data74.batchSize !== undefined && func0.call(data74, "batchSize")){
let data82 = data74.batchSize;
if(!(((typeof data82 == "number") && (!(data82 % 1) && !isNaN(data82))) && (isFinite(data82)))){
const err166 = {instancePath:instancePath+"/loki/batchSize",schemaPath:"#/properties/loki/properties/batchSize/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
if((typeof data82 == "number") && (isFinite(data82))){
if(data82 > 10000 || isNaN(data82)){
const err167 = {instancePath:instancePath+"/loki/batchSize",schemaPath:"#/properties/loki/properties/batchSize/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000}};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
if(data82 < 1 || isNaN(data82)){
const err168 = {instancePath:instancePath+"/loki/batchSize",schemaPath:"#/properties/loki/properties/batchSize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
}
if(data74.flushIntervalMs !== undefined && func0.call(data74, "flushIntervalMs")){
let data83 = data74.flushIntervalMs;
if(!(((typeof data83 == "number") && (!(data83 % 1) && !isNaN(data83))) && (isFinite(data83)))){
const err169 = {instancePath:instancePath+"/loki/flushIntervalMs",schemaPath:"#/properties/loki/properties/flushIntervalMs/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
if((typeof data83 == "number") && (isFinite(data83))){
if(data83 > 60000 || isNaN(data83)){
const err170 = {instancePath:instancePath+"/loki/flushIntervalMs",schemaPath:"#/properties/loki/properties/flushIntervalMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 60000}};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
if(data83 < 1 || isNaN(data83)){
const err171 = {instancePath:instancePath+"/loki/flushIntervalMs",schemaPath:"#/properties/loki/properties/flushIntervalMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
}
if(data74.timeoutMs !== undefined && func0.call(data74, "timeoutMs")){
let data84 = data74.timeoutMs;
if(!(((typeof data84 == "number") && (!(data84 % 1) && !isNaN(data84))) && (isFinite(data84)))){
const err172 = {instancePath:instancePath+"/loki/timeoutMs",schemaPath:"#/properties/loki/properties/timeoutMs/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
if((typeof data84 == "number") && (isFinite(data84))){
if(data84 > 300000 || isNaN(data84)){
const err173 = {instancePath:instancePath+"/loki/timeoutMs",schemaPath:"#/properties/loki/properties/timeoutMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 300000}};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
if(data84 < 1 || isNaN(data84)){
const err174 = {instancePath:instancePath+"/loki/timeoutMs",schemaPath:"#/properties/loki/properties/timeoutMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
}
if(data74.gzip !== undefined && func0.call(data74, "gzip")){
if(typeof data74.gzip !== "boolean"){
const err175 = {instancePath:instancePath+"/loki/gzip",schemaPath:"#/properties/loki/properties/gzip/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
if(data74.spoolDirectory !== undefined && func0.call(data74, "spoolDirectory")){
let data86 = data74.spoolDirectory;
if(typeof data86 === "string"){
if(func48(data86) < 1){
const err176 = {instancePath:instancePath+"/loki/spoolDirectory",schemaPath:"#/properties/loki/properties/spoolDirectory/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
else {
const err177 = {instancePath:instancePath+"/loki/spoolDirectory",schemaPath:"#/properties/loki/properties/spoolDirectory/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
if(data74.spoolMaxMb !== undefined && func0.call(data74, "spoolMaxMb")){
let data87 = data74.spoolMaxMb;
if((typeof data87 == "number") && (isFinite(data87))){
if(data87 > 1048576 || isNaN(data87)){
const err178 = {instancePath:instancePath+"/loki/spoolMaxMb",schemaPath:"#/properties/loki/properties/spoolMaxMb/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576}};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
if(data87 < 1 || isNaN(data87)){
const err179 = {instancePath:instancePath+"/loki/spoolMaxMb",schemaPath:"#/properties/loki/properties/spoolMaxMb/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
else {
const err180 = {instancePath:instancePath+"/loki/spoolMaxMb",schemaPath:"#/properties/loki/properties/spoolMaxMb/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
}
else {
const err181 = {instancePath:instancePath+"/loki",schemaPath:"#/properties/loki/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
if(data.otlp !== undefined && func0.call(data, "otlp")){
let data88 = data.otlp;
if(data88 && typeof data88 == "object" && !Array.isArray(data88)){
for(const key16 of Object.keys(data88)){
if(!(func0.call(schema6.properties.otlp.properties, key16))){
const err182 = {instancePath:instancePath+"/otlp",schemaPath:"#/properties/otlp/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16}};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
if(data88.url !== undefined && func0.call(data88, "url")){
let data89 = data88.url;
if(typeof data89 === "string"){
if(func48(data89) > 2048){
const err183 = {instancePath:instancePath+"/otlp/url",schemaPath:"#/properties/otlp/properties/url/maxLength",keyword:"maxLength",params:{limit: 2048}};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
if(!pattern5.test(data89)){
const err184 = {instancePath:instancePath+"/otlp/url",schemaPath:"#/properties/otlp/properties/url/pattern",keyword:"pattern",params:{pattern: "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$"}};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
else {
const err185 = {instancePath:instancePath+"/otlp/url",schemaPath:"#/properties/otlp/properties/url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
}
if(data88.headers !== undefined && func0.call(data88, "headers")){
let data90 = data88.headers;
if(data90 && typeof data90 == "object" && !Array.isArray(data90)){
for(const key17 of Object.keys(data90)){
if(typeof data90[key17] !== "string"){
const err186 = {instancePath:instancePath+"/otlp/headers/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/otlp/properties/headers/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
}
else {
const err187 = {instancePath:instancePath+"/otlp/headers",schemaPath:"#/properties/otlp/properties/headers/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
if(data88.level !== undefined && func0.call(data88, "level")){
let data92 = data88.level;
if(typeof data92 === "string"){
if(!pattern1.test(data92)){
const err188 = {instancePath:instancePath+"/otlp/level",schemaPath:"#/properties/otlp/properties/level/pattern",keyword:"pattern",params:{pattern: "^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$"}};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
}
else {
const err189 = {instancePath:instancePath+"/otlp/level",schemaPath:"#/properties/otlp/properties/level/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
if(data88.batchSize !== undefined && func0.call(data88, "batchSize")){
let data93 = data88.batchSize;
if(!(((typeof data93 == "number") && (!(data93 % 1) && !isNaN(data93))) && (isFinite(data93)))){
const err190 = {instancePath:instancePath+"/otlp/batchSize",schemaPath:"#/properties/otlp/properties/batchSize/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
if((typeof data93 == "number") && (isFinite(data93))){
if(data93 > 10000 || isNaN(data93)){
const err191 = {instancePath:instancePath+"/otlp/batchSize",schemaPath:"#/properties/otlp/properties/batchSize/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000}};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
if(data93 < 1 || isNaN(data93)){
const err192 = {instancePath:instancePath+"/otlp/batchSize",schemaPath:"#/properties/otlp/properties/batchSize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
}
if(data88.flushIntervalMs !== undefined && func0.call(data88, "flushIntervalMs")){
let data94 = data88.flushIntervalMs;
if(!(((typeof data94 == "number") && (!(data94 % 1) && !isNaN(data94))) && (isFinite(data94)))){
const err193 = {instancePath:instancePath+"/otlp/flushIntervalMs",schemaPath:"#/properties/otlp/properties/flushIntervalMs/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
if((typeof data94 == "number") && (isFinite(data94))){
if(data94 > 60000 || isNaN(data94)){
const err194 = {instancePath:instancePath+"/otlp/flushIntervalMs",schemaPath:"#/properties/otlp/properties/flushIntervalMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 60000}};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
if(data94 < 1 || isNaN(data94)){
const err195 = {instancePath:instancePath+"/otlp/flushIntervalMs",schemaPath:"#/properties/otlp/properties/flushIntervalMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
}
if(data88.timeoutMs !== undefined && func0.call(data88, "timeoutMs")){
let data95 = data88.timeoutMs;
if(!(((typeof data95 == "number") && (!(data95 % 1) && !isNaN(data95))) && (isFinite(data95)))){
const err196 = {instancePath:instancePath+"/otlp/timeoutMs",schemaPath:"#/properties/otlp/properties/timeoutMs/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
if((typeof data95 == "number") && (isFinite(data95))){
if(data95 > 300000 || isNaN(data95)){
const err197 = {instancePath:instancePath+"/otlp/timeoutMs",schemaPath:"#/properties/otlp/properties/timeoutMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 300000}};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
if(data95 < 1 || isNaN(data95)){
const err198 = {instancePath:instancePath+"/otlp/timeoutMs",schemaPath:"#/properties/otlp/properties/timeoutMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
}
}
if(data88.gzip !== undefined && func0.call(data88, "gzip")){
if(typeof data88.gzip !== "boolean"){
const err199 = {instancePath:instancePath+"/otlp/gzip",schemaPath:"#/properties/otlp/properties/gzip/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
if(data88.spoolDirectory !== undefined && func0.call(data88, "spoolDirectory")){
let data97 = data88.spoolDirectory;
if(typeof data97 === "string"){
if(func48(data97) < 1){
const err200 = {instancePath:instancePath+"/otlp/spoolDirectory",schemaPath:"#/properties/otlp/properties/spoolDirectory/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
else {
const err201 = {instancePath:instancePath+"/otlp/spoolDirectory",schemaPath:"#/properties/otlp/properties/spoolDirectory/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
if(data88.spoolMaxMb !== undefined && func0.call(data88, "spoolMaxMb")){
let data98 = data88.spoolMaxMb;
if((typeof data98 == "number") && (isFinite(data98))){
if(data98 > 1048576 || isNaN(data98)){
const err202 = {instancePath:instancePath+"/otlp/spoolMaxMb",schemaPath:"#/properties/otlp/properties/spoolMaxMb/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576}};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
if(data98 < 1 || isNaN(data98)){
const err203 = {instancePath:instancePath+"/otlp/spoolMaxMb",schemaPath:"#/properties/otlp/properties/spoolMaxMb/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
else {
const err204 = {instancePath:instancePath+"/otlp/spoolMaxMb",schemaPath:"#/properties/otlp/properties/spoolMaxMb/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
}
else {
const err205 = {instancePath:instancePath+"/otlp",schemaPath:"#/properties/otlp/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
if(data.audit !== undefined && func0.call(data, "audit")){
let data99 = data.audit;
if(data99 && typeof data99 == "object" && !Array.isArray(data99)){
for(const key18 of Object.keys(data99)){
if(!(((((((key18 === "enabled") || (key18 === "filePath")) || (key18 === "retentionDays")) || (key18 === "includeUserId")) || (key18 === "includeIpAddress")) || (key18 === "includeRequestId")) || (key18 === "key"))){
const err206 = {instancePath:instancePath+"/audit",schemaPath:"#/properties/audit/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
}
if(data99.enabled !== undefined && func0.call(data99, "enabled")){
if(typeof data99.enabled !== "boolean"){
const err207 = {instancePath:instancePath+"/audit/enabled",schemaPath:"#/properties/audit/properties/enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
if(data99.filePath !== undefined && func0.call(data99, "filePath")){
let data101 = data99.filePath;
if(typeof data101 === "string"){
if(func48(data101) < 1){
const err208 = {instancePath:instancePath+"/audit/filePath",schemaPath:"#/properties/audit/properties/filePath/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
else {
const err209 = {instancePath:instancePath+"/audit/filePath",schemaPath:"#/properties/audit/properties/filePath/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
if(data99.retentionDays !== undefined && func0.call(data99, "retentionDays")){
let data102 = data99.retentionDays;
if(!(((typeof data102 == "number") && (!(data102 % 1) && !isNaN(data102))) && (isFinite(data102)))){
const err210 = {instancePath:instancePath+"/audit/retentionDays",schemaPath:"#/properties/audit/properties/retentionDays/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
if((typeof data102 == "number") && (isFinite(data102))){
if(data102 > 36500 || isNaN(data102)){
const err211 = {instancePath:instancePath+"/audit/retentionDays",schemaPath:"#/properties/audit/properties/retentionDays/maximum",keyword:"maximum",params:{comparison: "<=", limit: 36500}};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
if(data102 < 0 || isNaN(data102)){
const err212 = {instancePath:instancePath+"/audit/retentionDays",schemaPath:"#/properties/audit/properties/retentionDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
}
if(data99.includeUserId !== undefined && func0.call(data99, "includeUserId")){
if(typeof data99.includeUserId !== "boolean"){
const err213 = {instancePath:instancePath+"/audit/includeUserId",schemaPath:"#/properties/audit/properties/includeUserId/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
if(data99.includeIpAddress !== undefined && func0.call(data99, "includeIpAddress")){
if(typeof data99.includeIpAddress !== "boolean"){
const err214 = {instancePath:instancePath+"/audit/includeIpAddress",schemaPath:"#/properties/audit/properties/includeIpAddress/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
if(data99.includeRequestId !== undefined && func0.call(data99, "includeRequestId")){
if(typeof data99.includeRequestId !== "boolean"){
const err215 = {instancePath:instancePath+"/audit/includeRequestId",schemaPath:"#/properties/audit/properties/includeRequestId/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
if(data99.key !== undefined && func0.call(data99, "key")){
let data106 = data99.key;
if(typeof data106 === "string"){
if(func48(data106) < 16){
const err216 = {instancePath:instancePath+"/audit/key",schemaPath:"#/properties/audit/properties/key/minLength",keyword:"minLength",params:{limit: 16}};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
}
else {
const err217 = {instancePath:instancePath+"/audit/key",schemaPath:"#/properties/audit/properties/key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
}
}
else {
const err218 = {instancePath:instancePath+"/audit",schemaPath:"#/properties/audit/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
if(data.exit !== undefined && func0.call(data, "exit")){
let data107 = data.exit;
if(data107 && typeof data107 == "object" && !Array.isArray(data107)){
for(const key19 of Object.keys(data107)){
if(!(((key19 === "handleSignals") || (key19 === "reopenOnSighup")) || (key19 === "deadlineMs"))){
const err219 = {instancePath:instancePath+"/exit",schemaPath:"#/properties/exit/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19}};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
}
if(data107.handleSignals !== undefined && func0.call(data107, "handleSignals")){
if(typeof data107.handleSignals !== "boolean"){
const err220 = {instancePath:instancePath+"/exit/handleSignals",schemaPath:"#/properties/exit/properties/handleSignals/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
}
if(data107.reopenOnSighup !== undefined && func0.call(data107, "reopenOnSighup")){
if(typeof data107.reopenOnSighup !== "boolean"){
const err221 = {instancePath:instancePath+"/exit/reopenOnSighup",schemaPath:"#/properties/exit/properties/reopenOnSighup/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
if(data107.deadlineMs !== undefined && func0.call(data107, "deadlineMs")){
let data110 = data107.deadlineMs;
if(!(((typeof data110 == "number") && (!(data110 % 1) && !isNaN(data110))) && (isFinite(data110)))){
const err222 = {instancePath:instancePath+"/exit/deadlineMs",schemaPath:"#/properties/exit/properties/deadlineMs/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
if((typeof data110 == "number") && (isFinite(data110))){
if(data110 > 60000 || isNaN(data110)){
const err223 = {instancePath:instancePath+"/exit/deadlineMs",schemaPath:"#/properties/exit/properties/deadlineMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 60000}};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
if(data110 < 0 || isNaN(data110)){
const err224 = {instancePath:instancePath+"/exit/deadlineMs",schemaPath:"#/properties/exit/properties/deadlineMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
}
}
else {
const err225 = {instancePath:instancePath+"/exit",schemaPath:"#/properties/exit/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
}
if(data.configFile !== undefined && func0.call(data, "configFile")){
let data111 = data.configFile;
if(typeof data111 === "string"){
if(func48(data111) < 1){
const err226 = {instancePath:instancePath+"/configFile",schemaPath:"#/properties/configFile/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
}
else {
const err227 = {instancePath:instancePath+"/configFile",schemaPath:"#/properties/configFile/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
if(data.reload !== undefined && func0.call(data, "reload")){
let data112 = data.reload;
if(data112 && typeof data112 == "object" && !Array.isArray(data112)){
for(const key20 of Object.keys(data112)){
if(!((key20 === "enabled") || (key20 === "intervalMs"))){
const err228 = {instancePath:instancePath+"/reload",schemaPath:"#/properties/reload/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20}};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
}
if(data112.enabled !== undefined && func0.call(data112, "enabled")){
if(typeof data112.enabled !== "boolean"){
const err229 = {instancePath:instancePath+"/reload/enabled",schemaPath:"#/properties/reload/properties/enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
}
if(data112.intervalMs !== undefined && func0.call(data112, "intervalMs")){
let data114 = data112.intervalMs;
if(!(((typeof data114 == "number") && (!(data114 % 1) && !isNaN(data114))) && (isFinite(data114)))){
const err230 = {instancePath:instancePath+"/reload/intervalMs",schemaPath:"#/properties/reload/properties/intervalMs/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
if((typeof data114 == "number") && (isFinite(data114))){
if(data114 > 3600000 || isNaN(data114)){
const err231 = {instancePath:instancePath+"/reload/intervalMs",schemaPath:"#/properties/reload/properties/intervalMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600000}};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
if(data114 < 100 || isNaN(data114)){
const err232 = {instancePath:instancePath+"/reload/intervalMs",schemaPath:"#/properties/reload/properties/intervalMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 100}};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
}
}
}
else {
const err233 = {instancePath:instancePath+"/reload",schemaPath:"#/properties/reload/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
}
}
else {
const err234 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}

export const file: GeneratedValidator = validate22;
const schema7 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"file","type":"object","additionalProperties":false,"required":["service_name"],"properties":{"service_name":{"type":"string","minLength":1,"maxLength":128},"environment":{"type":"string","enum":["development","staging","production","dev","stage","prod"]},"version":{"type":"string","maxLength":256,"pattern":"^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(\\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*)?$"},"level":{"type":"string","pattern":"^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$"},"levels":{"type":"object","additionalProperties":{"type":"string","pattern":"^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$"}},"host":{"type":"string"},"console":{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean"},"format":{"type":"string","enum":["json","text","auto"]},"colors":{"type":"boolean"}}},"file":{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean"},"path":{"type":"string","minLength":1},"max_size_mb":{"type":"number","minimum":0,"maximum":1048576},"max_backup_count":{"type":"integer","minimum":0,"maximum":1000},"layout":{"type":"string","enum":["backups","segments"]},"min_rotation_interval_ms":{"type":"integer","minimum":0,"maximum":3600000},"compress":{"type":"boolean"},"rotate_daily":{"type":"boolean"},"max_age_days":{"type":"integer","minimum":0,"maximum":36500},"max_total_mb":{"type":"number","minimum":0,"maximum":1073741824},"fsync":{"type":"string","enum":["never","interval","always"]},"fsync_interval_ms":{"type":"integer","minimum":10,"maximum":3600000}}},"async":{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean"},"queue_size":{"type":"integer","minimum":1,"maximum":10000000},"queue_bytes":{"type":"integer","minimum":65536,"maximum":4294967296},"overflow_policy":{"type":"string","enum":["drop_oldest","drop_newest","block","drop_least_important"]},"block_timeout_ms":{"type":"integer","minimum":0,"maximum":60000},"batch_size":{"type":"integer","minimum":1,"maximum":100000},"flush_interval_ms":{"type":"integer","minimum":1,"maximum":60000}}},"default_context":{"type":"object"},"max_entry_bytes":{"type":"integer","minimum":4096,"maximum":256000},"strip_ansi":{"type":"boolean"},"redact":{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean"},"fields":{"type":"array","items":{"type":"string","minLength":1}},"replace_defaults":{"type":"boolean"},"patterns":{"type":"object"},"masks":{"type":"object"},"policy_file":{"type":"string","minLength":1}}},"sampling":{"type":"object","additionalProperties":false,"properties":{"rates":{"type":"object","additionalProperties":{"type":"number","minimum":0,"maximum":1}},"always_log_patterns":{"type":"array","items":{"type":"string","minLength":1}}}},"rate_limit":{"type":"object","additionalProperties":false,"properties":{"messages_per_second":{"type":"number","minimum":0,"maximum":10000000},"burst_size":{"type":"integer","minimum":1,"maximum":100000000}}},"source_root":{"type":"string"},"entry_ids":{"type":"string","enum":["auto","on","off"]},"recent":{"type":"object","additionalProperties":false,"properties":{"capacity":{"type":"integer","minimum":0,"maximum":100000}}},"routes":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["handler"],"properties":{"handler":{"type":"string","enum":["console","file","http","loki","otlp"]},"loggers":{"type":"array","items":{"type":"string","minLength":1,"maxLength":256,"pattern":"^(\\*|#|[^.*#]+)(\\.(\\*|#|[^.*#]+))*$"}},"level":{"type":"string","pattern":"^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$"},"priority":{"type":"integer","minimum":-1000000,"maximum":1000000},"path":{"type":"string","minLength":1}}}},"http":{"type":"object","additionalProperties":false,"properties":{"url":{"type":"string","maxLength":2048,"pattern":"^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$"},"headers":{"type":"object","additionalProperties":{"type":"string"}},"level":{"type":"string","pattern":"^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$"},"batch_size":{"type":"integer","minimum":1,"maximum":10000},"flush_interval_ms":{"type":"integer","minimum":1,"maximum":60000},"timeout_ms":{"type":"integer","minimum":1,"maximum":300000},"gzip":{"type":"boolean"},"spool_directory":{"type":"string","minLength":1},"spool_max_mb":{"type":"number","minimum":1,"maximum":1048576}}},"loki":{"type":"object","additionalProperties":false,"properties":{"url":{"type":"string","maxLength":2048,"pattern":"^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$"},"headers":{"type":"object","additionalProperties":{"type":"string"}},"labels":{"type":"object","additionalProperties":{"type":"string"}},"tenant":{"type":"string","minLength":1},"level":{"type":"string","pattern":"^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$"},"batch_size":{"type":"integer","minimum":1,"maximum":10000},"flush_interval_ms":{"type":"integer","minimum":1,"maximum":60000},"timeout_ms":{"type":"integer","minimum":1,"maximum":300000},"gzip":{"type":"boolean"},"spool_directory":{"type":"string","minLength":1},"spool_max_mb":{"type":"number","minimum":1,"maximum":1048576}}},"otlp":{"type":"object","additionalProperties":false,"properties":{"url":{"type":"string","maxLength":2048,"pattern":"^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$"},"headers":{"type":"object","additionalProperties":{"type":"string"}},"level":{"type":"string","pattern":"^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$"},"batch_size":{"type":"integer","minimum":1,"maximum":10000},"flush_interval_ms":{"type":"integer","minimum":1,"maximum":60000},"timeout_ms":{"type":"integer","minimum":1,"maximum":300000},"gzip":{"type":"boolean"},"spool_directory":{"type":"string","minLength":1},"spool_max_mb":{"type":"number","minimum":1,"maximum":1048576}}},"audit":{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean"},"file_path":{"type":"string","minLength":1},"retention_days":{"type":"integer","minimum":0,"maximum":36500},"include_user_id":{"type":"boolean"},"include_ip_address":{"type":"boolean"},"include_request_id":{"type":"boolean"},"key":{"type":"string","minLength":16}}},"exit":{"type":"object","additionalProperties":false,"properties":{"handle_signals":{"type":"boolean"},"reopen_on_sighup":{"type":"boolean"},"deadline_ms":{"type":"integer","minimum":0,"maximum":60000}}},"config_file":{"type":"string","minLength":1},"reload":{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean"},"interval_ms":{"type":"integer","minimum":100,"maximum":3600000}}}}};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="file" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.service_name === undefined) || (!(func0.call(data, "service_name")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "service_name"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema7.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.service_name !== undefined && func0.call(data, "service_name")){
let data0 = data.service_name;
if(typeof data0 === "string"){
if(func48(data0) > 128){
const err2 = {instancePath:instancePath+"/service_name",schemaPath:"#/properties/service_name/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(func48(data0) < 1){
const err3 = {instancePath:instancePath+"/service_name",schemaPath:"#/properties/service_name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/service_name",schemaPath:"#/properties/service_name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.environment !== undefined && func0.call(data, "environment")){
let data1 = data.environment;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!((((((data1 === "development") || (data1 === "staging")) || (data1 === "production")) || (data1 === "dev")) || (data1 === "stage")) || (data1 === "prod"))){
const err6 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/enum",keyword:"enum",params:{allowedValues: schema7.properties.environment.enum}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.version !== undefined && func0.call(data, "version")){
let data2 = data.version;
if(typeof data2 === "string"){
if(func48(data2) > 256){
const err7 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!pattern0.test(data2)){
const err8 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(\\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*)?$"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.level !== undefined && func0.call(data, "level")){
let data3 = data.level;
if(typeof data3 === "string"){
if(!pattern1.test(data3)){
const err10 = {instancePath:instancePath+"/level",schemaPath:"#/properties/level/pattern",keyword:"pattern",params:{pattern: "^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/level",schemaPath:"#/properties/level/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.levels !== undefined && func0.call(data, "levels")){
let data4 = data.levels;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 of Object.keys(data4)){
let data5 = data4[key1];
if(typeof data5 === "string"){
if(!pattern1.test(data5)){
const err12 = {instancePath:instancePath+"/levels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/levels/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/levels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/levels/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/levels",schemaPath:"#/properties/levels/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.host !== undefined && func0.call(data, "host")){
if(typeof data.host !== "string"){
const err15 = {instancePath:instancePath+"/host",schemaPath:"#/properties/host/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.console !== undefined && func0.call(data, "console")){
let data7 = data.console;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key2 of Object.keys(data7)){
if(!(((key2 === "enabled") || (key2 === "format")) || (key2 === "colors"))){
const err16 = {instancePath:instancePath+"/console",schemaPath:"#/properties/console/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data7.enabled !== undefined && func0.call(data7, "enabled")){
if(typeof data7.enabled !== "boolean"){
const err17 = {instancePath:instancePath+"/console/enabled",schemaPath:"#/properties/console/properties/enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data7.format !== undefined && func0.call(data7, "format")){
let data9 = data7.format;
if(typeof data9 !== "string"){
const err18 = {instancePath:instancePath+"/console/format",schemaPath:"#/properties/console/properties/format/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!(((data9 === "json") || (data9 === "text")) || (data9 === "auto"))){
const err19 = {instancePath:instancePath+"/console/format",schemaPath:"#/properties/console/properties/format/enum",keyword:"enum",params:{allowedValues: schema7.properties.console.properties.format.enum}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data7.colors !== undefined && func0.call(data7, "colors")){
if(typeof data7.colors !== "boolean"){
const err20 = {instancePath:instancePath+"/console/colors",schemaPath:"#/properties/console/properties/colors/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/console",schemaPath:"#/properties/console/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.file !== undefined && func0.call(data, "file")){
let data11 = data.file;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key3 of Object.keys(data11)){
if(!(func0.call(schema7.properties.file.properties, key3))){
const err22 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data11.enabled !== undefined && func0.call(data11, "enabled")){
if(typeof data11.enabled !== "boolean"){
const err23 = {instancePath:instancePath+"/file/enabled",schemaPath:"#/properties/file/properties/enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data11.path !== undefined && func0.call(data11, "path")){
let data13 = data11.path;
if(typeof data13 === "string"){
if(func48(data13) < 1){
const err24 = {instancePath:instancePath+"/file/path",schemaPath:"#/properties/file/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/file/path",schemaPath:"#/properties/file/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data11.max_size_mb !== undefined && func0.call(data11, "max_size_mb")){
let data14 = data11.max_size_mb;
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 1048576 || isNaN(data14)){
const err26 = {instancePath:instancePath+"/file/max_size_mb",schemaPath:"#/properties/file/properties/max_size_mb/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data14 < 0 || isNaN(data14)){
const err27 = {instancePath:instancePath+"/file/max_size_mb",schemaPath:"#/properties/file/properties/max_size_mb/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/file/max_size_mb",schemaPath:"#/properties/file/properties/max_size_mb/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data11.max_backup_count !== undefined && func0.call(data11, "max_backup_count")){
let data15 = data11.max_backup_count;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err29 = {instancePath:instancePath+"/file/max_backup_count",schemaPath:"#/properties/file/properties/max_backup_count/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 1000 || isNaN(data15)){
const err30 = {instancePath:instancePath+"/file/max_backup_count",schemaPath:"#/properties/file/properties/max_backup_count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data15 < 0 || isNaN(data15)){
const err31 = {instancePath:instancePath+"/file/max_backup_count",schemaPath:"#/properties/file/properties/max_backup_count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
if(data11.layout !== undefined && func0.call(data11, "layout")){
let data16 = data11.layout;
if(typeof data16 !== "string"){
const err32 = {instancePath:instancePath+"/file/layout",schemaPath:"#/properties/file/properties/layout/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(!((data16 === "backups") || (data16 === "segments"))){
const err33 = {instancePath:instancePath+"/file/layout",schemaPath:"#/properties/file/properties/layout/enum",keyword:"enum",params:{allowedValues: schema7.properties.file.properties.layout.enum}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data11.min_rotation_interval_ms !== undefined && func0.call(data11, "min_rotation_interval_ms")){
let data17 = data11.min_rotation_interval_ms;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err34 = {instancePath:instancePath+"/file/min_rotation_interval_ms",schemaPath:"#/properties/file/properties/min_rotation_interval_ms/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 3600000 || isNaN(data17)){
const err35 = {instancePath:instancePath+"/file/min_rotation_interval_ms",schemaPath:"#/properties/file/properties/min_rotation_interval_ms/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600000}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data17 < 0 || isNaN(data17)){
const err36 = {instancePath:instancePath+"/file/min_rotation_interval_ms",schemaPath:"#/properties/file/properties/min_rotation_interval_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
if(data11.compress !== undefined && func0.call(data11, "compress")){
if(typeof data11.compress !== "boolean"){
const err37 = {instancePath:instancePath+"/file/compress",schemaPath:"#/properties/file/properties/compress/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data11.rotate_daily !== undefined && func0.call(data11, "rotate_daily")){
if(typeof data11.rotate_daily !== "boolean"){
const err38 = {instancePath:instancePath+"/file/rotate_daily",schemaPath:"#/properties/file/properties/rotate_daily/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data11.max_age_days !== undefined && func0.call(data11, "max_age_days")){
let data20 = data11.max_age_days;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err39 = {instancePath:instancePath+"/file/max_age_days",schemaPath:"#/properties/file/properties/max_age_days/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 36500 || isNaN(data20)){
const err40 = {instancePath:instancePath+"/file/max_age_days",schemaPath:"#/properties/file/properties/max_age_days/maximum",keyword:"maximum",params:{comparison: "<=", limit: 36500}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data20 < 0 || isNaN(data20)){
const err41 = {instancePath:instancePath+"/file/max_age_days",schemaPath:"#/properties/file/properties/max_age_days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
if(data11.max_total_mb !== undefined && func0.call(data11, "max_total_mb")){
let data21 = data11.max_total_mb;
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 1073741824 || isNaN(data21)){
const err42 = {instancePath:instancePath+"/file/max_total_mb",schemaPath:"#/properties/file/properties/max_total_mb/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1073741824}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data21 < 0 || isNaN(data21)){
const err43 = {instancePath:instancePath+"/file/max_total_mb",schemaPath:"#/properties/file/properties/max_total_mb/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/file/max_total_mb",schemaPath:"#/properties/file/properties/max_total_mb/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data11.fsync !== undefined && func0.call(data11, "fsync")){
let data22 = data11.fsync;
if(typeof data22 !== "string"){
const err45 = {instancePath:instancePath+"/file/fsync",schemaPath:"#/properties/file/properties/fsync/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(!(((data22 === "never") || (data22 === "interval")) || (data22 === "always"))){
const err46 = {instancePath:instancePath+"/file/fsync",schemaPath:"#/properties/file/properties/fsync/enum",keyword:"enum",params:{allowedValues: schema7.properties.file.properties.fsync.enum}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data11.fsync_interval_ms !== undefined && func0.call(data11, "fsync_interval_ms")){
let data23 = data11.fsync_interval_ms;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
const err47 = {instancePath:instancePath+"/file/fsync_interval_ms",schemaPath:"#/properties/file/properties/fsync_interval_ms/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 > 3600000 || isNaN(data23)){
const err48 = {instancePath:instancePath+"/file/fsync_interval_ms",schemaPath:"#/properties/file/properties/fsync_interval_ms/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600000}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data23 < 10 || isNaN(data23)){
const err49 = {instancePath:instancePath+"/file/fsync_interval_ms",schemaPath:"#/properties/file/properties/fsync_interval_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 10}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
}
else {
const err50 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data.async !== undefined && func0.call(data, "async")){
let data24 = data.async;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
for(const key4 of Object.keys(data24)){
if(!(((((((key4 === "enabled") || (key4 === "queue_size")) || (key4 === "queue_bytes")) || (key4 === "overflow_policy")) || (key4 === "block_timeout_ms")) || (key4 === "batch_size")) || (key4 === "flush_interval_ms"))){
const err51 = {instancePath:instancePath+"/async",schemaPath:"#/properties/async/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data24.enabled !== undefined && func0.call(data24, "enabled")){
if(typeof data24.enabled !== "boolean"){
const err52 = {instancePath:instancePath+"/async/enabled",schemaPath:"#/properties/async/properties/enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data24.queue_size !== undefined && func0.call(data24, "queue_size")){
let data26 = data24.queue_size;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
const err53 = {instancePath:instancePath+"/async/queue_size",schemaPath:"#/properties/async/properties/queue_size/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 > 10000000 || isNaN(data26)){
const err54 = {instancePath:instancePath+"/async/queue_size",schemaPath:"#/properties/async/properties/queue_size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000000}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(data26 < 1 || isNaN(data26)){
const err55 = {instancePath:instancePath+"/async/queue_size",schemaPath:"#/properties/async/properties/queue_size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
if(data24.queue_bytes !== undefined && func0.call(data24, "queue_bytes")){
let data27 = data24.queue_bytes;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
const err56 = {instancePath:instancePath+"/async/queue_bytes",schemaPath:"#/properties/async/properties/queue_bytes/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 > 4294967296 || isNaN(data27)){
const err57 = {instancePath:instancePath+"/async/queue_bytes",schemaPath:"#/properties/async/properties/queue_bytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967296}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(data27 < 65536 || isNaN(data27)){
const err58 = {instancePath:instancePath+"/async/queue_bytes",schemaPath:"#/properties/async/properties/queue_bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 65536}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
if(data24.overflow_policy !== undefined && func0.call(data24, "overflow_policy")){
let data28 = data24.overflow_policy;
if(typeof data28 !== "string"){
const err59 = {instancePath:instancePath+"/async/overflow_policy",schemaPath:"#/properties/async/properties/overflow_policy/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(!((((data28 === "drop_oldest") || (data28 === "drop_newest")) || (data28 === "block")) || (data28 === "drop_least_important"))){
const err60 = {instancePath:instancePath+"/async/overflow_policy",schemaPath:"#/properties/async/properties/overflow_policy/enum",keyword:"enum",params:{allowedValues: schema7.properties.async.properties.overflow_policy.enum}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data24.block_timeout_ms !== undefined && func0.call(data24, "block_timeout_ms")){
let data29 = data24.block_timeout_ms;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
const err61 = {instancePath:instancePath+"/async/block_timeout_ms",schemaPath:"#/properties/async/properties/block_timeout_ms/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 > 60000 || isNaN(data29)){
const err62 = {instancePath:instancePath+"/async/block_timeout_ms",schemaPath:"#/properties/async/properties/block_timeout_ms/maximum",keyword:"maximum",params:{comparison: "<=", limit: 60000}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(data29 < 0 || isNaN(data29)){
const err63 = {instancePath:instancePath+"/async/block_timeout_ms",schemaPath:"#/properties/async/properties/block_timeout_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
if(data24.batch_size !== undefined && func0.call(data24, "batch_size")){
let data30 = data24.batch_size;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
const err64 = {instancePath:instancePath+"/async/batch_size",schemaPath:"#/properties/async/properties/batch_size/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 100000 || isNaN(data30)){
const err65 = {instancePath:instancePath+"/async/batch_size",schemaPath:"#/properties/async/properties/batch_size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(data30 < 1 || isNaN(data30)){
const err66 = {instancePath:instancePath+"/async/batch_size",schemaPath:"#/properties/async/properties/batch_size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
if(data24.flush_interval_ms !== undefined && func0.call(data24, "flush_interval_ms")){
let data31 = data24.flush_interval_ms;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
const err67 = {instancePath:instancePath+"/async/flush_interval_ms",schemaPath:"#/properties/async/properties/flush_interval_ms/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 > 60000 || isNaN(data31)){
const err68 = {instancePath:instancePath+"/async/flush_interval_ms",schemaPath:"#/properties/async/properties/flush_interval_ms/maximum",keyword:"maximum",params:{comparison: "<=", limit: 60000}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(data31 < 1 || isNaN(data31)){
const err69 = {instancePath:instancePath+"/async/flush_interval_ms",schemaPath:"#/properties/async/properties/flush_interval_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
}
else {
const err70 = {instancePath:instancePath+"/async",schemaPath:"#/properties/async/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data.default_context !== undefined && func0.call(data, "default_context")){
let data32 = data.default_context;
if(!(data32 && typeof data32 == "object" && !Array.isArray(data32))){
const err71 = {instancePath:instancePath+"/default_context",schemaPath:"#/properties/default_context/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data.max_entry_bytes !== undefined && func0.call(data, "max_entry_bytes")){
let data33 = data.max_entry_bytes;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
const err72 = {instancePath:instancePath+"/max_entry_bytes",schemaPath:"#/properties/max_entry_bytes/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 > 256000 || isNaN(data33)){
const err73 = {instancePath:instancePath+"/max_entry_bytes",schemaPath:"#/properties/max_entry_bytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 256000}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(data33 < 4096 || isNaN(data33)){
const err74 = {instancePath:instancePath+"/max_entry_bytes",schemaPath:"#/properties/max_entry_bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 4096}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
}
if(data.strip_ansi !== undefined && func0.call(data, "strip_ansi")){
if(typeof data.strip_ansi !== "boolean"){
const err75 = {instancePath:instancePath+"/strip_ansi",schemaPath:"#/properties/strip_ansi/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data.redact !== undefined && func0.call(data, "redact")){
let data35 = data.redact;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
for(const key5 of Object.keys(data35)){
if(!((((((key5 === "enabled") || (key5 === "fields")) || (key5 === "replace_defaults")) || (key5 === "patterns")) || (key5 === "masks")) || (key5 === "policy_file"))){
const err76 = {instancePath:instancePath+"/redact",schemaPath:"#/properties/redact/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data35.enabled !== undefined && func0.call(data35, "enabled")){
if(typeof data35.enabled !== "boolean"){
const err77 = {instancePath:instancePath+"/redact/enabled",schemaPath:"#/properties/redact/properties/enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data35.fields !== undefined && func0.call(data35, "fields")){
let data37 = data35.fields;
if(Array.isArray(data37)){
const len0 = data37.length;
for(let i0=0; i0<len0; i0++){
let data38 = data37[i0];
if(typeof data38 === "string"){
if(func48(data38) < 1){
const err78 = {instancePath:instancePath+"/redact/fields/" + i0,schemaPath:"#/properties/redact/properties/fields/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
else {
const err79 = {instancePath:instancePath+"/redact/fields/" + i0,schemaPath:"#/properties/redact/properties/fields/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
else {
const err80 = {instancePath:instancePath+"/redact/fields",schemaPath:"#/properties/redact/properties/fields/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data35.replace_defaults !== undefined && func0.call(data35, "replace_defaults")){
if(typeof data35.replace_defaults !== "boolean"){
const err81 = {instancePath:instancePath+"/redact/replace_defaults",schemaPath:"#/properties/redact/properties/replace_defaults/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data35.patterns !== undefined && func0.call(data35, "patterns")){
let data40 = data35.patterns;
if(!(data40 && typeof data40 == "object" && !Array.isArray(data40))){
const err82 = {instancePath:instancePath+"/redact/patterns",schemaPath:"#/properties/redact/properties/patterns/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data35.masks !== undefined && func0.call(data35, "masks")){
let data41 = data35.masks;
if(!(data41 && typeof data41 == "object" && !Array.isArray(data41))){
const err83 = {instancePath:instancePath+"/redact/masks",schemaPath:"#/properties/redact/properties/masks/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data35.policy_file !== undefined && func0.call(data35, "policy_file")){
let data42 = data35.policy_file;
if(typeof data42 === "string"){
if(func48(data42) < 1){
const err84 = {instancePath:instancePath+"/redact/policy_file",schemaPath:"#/properties/redact/properties/policy_file/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
else {
const err85 = {instancePath:instancePath+"/redact/policy_file",schemaPath:"#/properties/redact/properties/policy_file/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
}
else {
const err86 = {instancePath:instancePath+"/redact",schemaPath:"#/properties/redact/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data.sampling !== undefined && func0.call(data, "sampling")){
let data43 = data.sampling;
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
for(const key6 of Object.keys(data43)){
if(!((key6 === "rates") || (key6 === "always_log_patterns"))){
const err87 = {instancePath:instancePath+"/sampling",schemaPath:"#/properties/sampling/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data43.rates !== undefined && func0.call(data43, "rates")){
let data44 = data43.rates;
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
for(const key7 of Object.keys(data44)){
let data45 = data44[key7];
if((typeof data45 == "number") && (isFinite(data45))){
if(data45 > 1 || isNaN(data45)){
const err88 = {instancePath:instancePath+"/sampling/rates/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/sampling/properties/rates/additionalProperties/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(data45 < 0 || isNaN(data45)){
const err89 = {instancePath:instancePath+"/sampling/rates/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/sampling/properties/rates/additionalProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
else {
const err90 = {instancePath:instancePath+"/sampling/rates/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/sampling/properties/rates/additionalProperties/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
}
else {
const err91 = {instancePath:instancePath+"/sampling/rates",schemaPath:"#/properties/sampling/properties/rates/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data43.always_log_patterns !== undefined && func0.call(data43, "always_log_patterns")){
let data46 = data43.always_log_patterns;
if(Array.isArray(data46)){
const len1 = data46.length;
for(let i1=0; i1<len1; i1++){
let data47 = data46[i1];
if(typeof data47 === "string"){
if(func48(data47) < 1){
const err92 = {instancePath:instancePath+"/sampling/always_log_patterns/" + i1,schemaPath:"#/properties/sampling/properties/always_log_patterns/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
else {
const err93 = {instancePath:instancePath+"/sampling/always_log_patterns/" + i1,schemaPath:"#/properties/sampling/properties/always_log_patterns/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
}
else {
const err94 = {instancePath:instancePath+"/sampling/always_log_patterns",schemaPath:"#/properties/sampling/properties/always_log_patterns/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
}
else {
const err95 = {instancePath:instancePath+"/sampling",schemaPath:"#/properties/sampling/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data.rate_limit !== undefined && func0.call(data, "rate_limit")){
let data48 = data.rate_limit;
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
for(const key8 of Object.keys(data48)){
if(!((key8 === "messages_per_second") || (key8 === "burst_size"))){
const err96 = {instancePath:instancePath+"/rate_limit",schemaPath:"#/properties/rate_limit/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data48.messages_per_second !== undefined && func0.call(data48, "messages_per_second")){
let data49 = data48.messages_per_second;
if((typeof data49 == "number") && (isFinite(data49))){
if(data49 > 10000000 || isNaN(data49)){
const err97 = {instancePath:instancePath+"/rate_limit/messages_per_second",schemaPath:"#/properties/rate_limit/properties/messages_per_second/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000000}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(data49 < 0 || isNaN(data49)){
const err98 = {instancePath:instancePath+"/rate_limit/messages_per_second",schemaPath:"#/properties/rate_limit/properties/messages_per_second/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
else {
const err99 = {instancePath:instancePath+"/rate_limit/messages_per_second",schemaPath:"#/properties/rate_limit/properties/messages_per_second/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data48.burst_size !== undefined && func0.call(data48, "burst_size")){
let data50 = data48.burst_size;
if(!(((typeof data50 == "number") && (!(data50 % 1) && !isNaN(data50))) && (isFinite(data50)))){
const err100 = {instancePath:instancePath+"/rate_limit/burst_size",schemaPath:"#/properties/rate_limit/properties/burst_size/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if((typeof data50 == "number") && (isFinite(data50))){
if(data50 > 100000000 || isNaN(data50)){
const err101 = {instancePath:instancePath+"/rate_limit/burst_size",schemaPath:"#/properties/rate_limit/properties/burst_size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000000}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if(data50 < 1 || isNaN(data50)){
const err102 = {instancePath:instancePath+"/rate_limit/burst_size",schemaPath:"#/properties/rate_limit/properties/burst_size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
}
}
else {
const err103 = {instancePath:instancePath+"/rate_limit",schemaPath:"#/properties/rate_limit/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
if(data.source_root !== undefined && func0.call(data, "source_root")){
if(typeof data.source_root !== "string"){
const err104 = {instancePath:instancePath+"/source_root",schemaPath:"#/properties/source_root/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
if(data.entry_ids !== undefined && func0.call(data, "entry_ids")){
let data52 = data.entry_ids;
if(typeof data52 !== "string"){
const err105 = {instancePath:instancePath+"/entry_ids",schemaPath:"#/properties/entry_ids/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if(!(((data52 === "auto") || (data52 === "on")) || (data52 === "off"))){
const err106 = {instancePath:instancePath+"/entry_ids",schemaPath:"#/properties/entry_ids/enum",keyword:"enum",params:{allowedValues: schema7.properties.entry_ids.enum}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data.recent !== undefined && func0.call(data, "recent")){
let data53 = data.recent;
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
for(const key9 of Object.keys(data53)){
if(!(key9 === "capacity")){
const err107 = {instancePath:instancePath+"/recent",schemaPath:"#/properties/recent/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data53.capacity !== undefined && func0.call(data53, "capacity")){
let data54 = data53.capacity;
if(!(((typeof data54 == "number") && (!(data54 % 1) && !isNaN(data54))) && (isFinite(data54)))){
const err108 = {instancePath:instancePath+"/recent/capacity",schemaPath:"#/properties/recent/properties/capacity/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
if((typeof data54 == "number") && (isFinite(data54))){
if(data54 > 100000 || isNaN(data54)){
const err109 = {instancePath:instancePath+"/recent/capacity",schemaPath:"#/properties/recent/properties/capacity/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if(data54 < 0 || isNaN(data54)){
const err110 = {instancePath:instancePath+"/recent/capacity",schemaPath:"#/properties/recent/properties/capacity/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
}
}
else {
const err111 = {instancePath:instancePath+"/recent",schemaPath:"#/properties/recent/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
if(data.routes !== undefined && func0.call(data, "routes")){
let data55 = data.routes;
if(Array.isArray(data55)){
const len2 = data55.length;
for(let i2=0; i2<len2; i2++){
let data56 = data55[i2];
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
if((data56.handler === undefined) || (!(func0.call(data56, "handler")))){
const err112 = {instancePath:instancePath+"/routes/" + i2,schemaPath:"#/properties/routes/items/required",keyword:"required",params:{missingProperty: "handler"}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
for(const key10 of Object.keys(data56)){
if(!(((((key10 === "handler") || (key10 === "loggers")) || (key10 === "level")) || (key10 === "priority")) || (key10 === "path"))){
const err113 = {instancePath:instancePath+"/routes/" + i2,schemaPath:"#/properties/routes/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data56.handler !== undefined && func0.call(data56, "handler")){
let data57 = data56.handler;
if(typeof data57 !== "string"){
const err114 = {instancePath:instancePath+"/routes/" + i2+"/handler",schemaPath:"#/properties/routes/items/properties/handler/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(!(((((data57 === "console") || (data57 === "file")) || (data57 === "http")) || (data57 === "loki")) || (data57 === "otlp"))){
const err115 = {instancePath:instancePath+"/routes/" + i2+"/handler",schemaPath:"#/properties/routes/items/properties/handler/enum",keyword:"enum",params:{allowedValues: schema7.properties.routes.items.properties.handler.enum}};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
if(data56.loggers !== undefined && func0.call(data56, "loggers")){
let data58 = data56.loggers;
if(Array.isArray(data58)){
const len3 = data58.length;
for(let i3=0; i3<len3; i3++){
let data59 = data58[i3];
if(typeof data59 === "string"){
if(func48(data59) > 256){
const err116 = {instancePath:instancePath+"/routes/" + i2+"/loggers/" + i3,schemaPath:"#/properties/routes/items/properties/loggers/items/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
if(func48(data59) < 1){
const err117 = {instancePath:instancePath+"/routes/" + i2+"/loggers/" + i3,schemaPath:"#/properties/routes/items/properties/loggers/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if(!pattern3.test(data59)){
const err118 = {instancePath:instancePath+"/routes/" + i2+"/loggers/" + i3,schemaPath:"#/properties/routes/items/properties/loggers/items/pattern",keyword:"pattern",params:{pattern: "^(\\*|#|[^.*#]+)(\\.(\\*|#|[^.*#]+))*$"}};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
else {
const err119 = {instancePath:instancePath+"/routes/" + i2+"/loggers/" + i3,schemaPath:"#/properties/routes/items/properties/loggers/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
}
else {
const err120 = {instancePath:instancePath+"/routes/" + i2+"/loggers",schemaPath:"#/properties/routes/items/properties/loggers/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
if(data56.level !== undefined && func0.call(data56, "level")){
let data60 = data56.level;
if(typeof data60 === "string"){
if(!pattern1.test(data60)){
const err121 = {instancePath:instancePath+"/routes/" + i2+"/level",schemaPath:"#/properties/routes/items/properties/level/pattern",keyword:"pattern",params:{pattern: "^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$"}};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
else {
const err122 = {instancePath:instancePath+"/routes/" + i2+"/level",schemaPath:"#/properties/routes/items/properties/level/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data56.priority !== undefined && func0.call(data56, "priority")){
let data61 = data56.priority;
if(!(((typeof data61 == "number") && (!(data61 % 1) && !isNaN(data61))) && (isFinite(data61)))){
const err123 = {instancePath:instancePath+"/routes/" + i2+"/priority",schemaPath:"#/properties/routes/items/properties/priority/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if((typeof data61 == "number") && (isFinite(data61))){
if(data61 > 1000000 || isNaN(data61)){
const err124 = {instancePath:instancePath+"/routes/" + i2+"/priority",schemaPath:"#/properties/routes/items/properties/priority/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if(data61 < -1000000 || isNaN(data61)){
const err125 = {instancePath:instancePath+"/routes/" + i2+"/priority",schemaPath:"#/properties/routes/items/properties/priority/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1000000}};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
}
if(data56.path !== undefined && func0.call(data56, "path")){
let data62 = data56.path;
if(typeof data62 === "string"){
if(func48(data62) < 1){
const err126 = {instancePath:instancePath+"/routes/" + i2+"/path",schemaPath:"#/properties/routes/items/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
else {
const err127 = {instancePath:instancePath+"/routes/" + i2+"/path",schemaPath:"#/properties/routes/items/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
}
else {
const err128 = {instancePath:instancePath+"/routes/" + i2,schemaPath:"#/properties/routes/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
}
else {
const err129 = {instancePath:instancePath+"/routes",schemaPath:"#/properties/routes/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data.http !== undefined && func0.call(data, "http")){
let data63 = data.http;
if(data63 && typeof data63 == "object" && !Array.isArray(data63)){
for(const key11 of Object.keys(data63)){
if(!(func0.call(schema7.properties.http.properties, key11))){
const err130 = {instancePath:instancePath+"/http",schemaPath:"#/properties/http/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11}};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data63.url !== undefined && func0.call(data63, "url")){
let data64 = data63.url;
if(typeof data64 === "string"){
if(func48(data64) > 2048){
const err131 = {instancePath:instancePath+"/http/url",schemaPath:"#/properties/http/properties/url/maxLength",keyword:"maxLength",params:{limit: 2048}};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if(!pattern5.test(data64)){
const err132 = {instancePath:instancePath+"/http/url",schemaPath:"#/properties/http/properties/url/pattern",keyword:"pattern",params:{pattern: "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$"}};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
else {
const err133 = {instancePath:instancePath+"/http/url",schemaPath:"#/properties/http/properties/url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
if(data63.headers !== undefined && func0.call(data63, "headers")){
let data65 = data63.headers;
if(data65 && typeof data65 == "object" && !Array.isArray(data65)){
for(const key12 of Object.keys(data65)){
if(typeof data65[key12] !== "string"){
const err134 = {instancePath:instancePath+"/http/headers/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/http/properties/headers/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
}
else {
const err135 = {instancePath:instancePath+"/http/headers",schemaPath:"#/properties/http/properties/headers/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data63.level !== undefined && func0.call(data63, "level")){
let data67 = data63.level;
if(typeof data67 === "string"){
if(!pattern1.test(data67)){
const err136 = {instancePath:instancePath+"/http/level",schemaPath:"#/properties/http/properties/level/pattern",keyword:"pattern",params:{pattern: "^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$"}};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
else {
const err137 = {instancePath:instancePath+"/http/level",schemaPath:"#/properties/http/properties/level/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data63.batch_size !== undefined && func0.call(data63, "batch_size")){
let data68 = data63.batch_size;
if(!(((typeof data68 == "number") && (!(data68 % 1) && !isNaN(data68))) && (isFinite(data68)))){
const err138 = {instancePath:instancePath+"/http/batch_size",schemaPath:"#/properties/http/properties/batch_size/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if((typeof data68 == "number") && (isFinite(data68))){
if(data68 > 10000 || isNaN(data68)){
const err139 = {instancePath:instancePath+"/http/batch_size",schemaPath:"#/properties/http/properties/batch_size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000}};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if(data68 < 1 || isNaN(data68)){
const err140 = {instancePath:instancePath+"/http/batch_size",schemaPath:"#/properties/http/properties/batch_size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
}
if(data63.flush_interval_ms !== undefined && func0.call(data63, "flush_interval_ms")){
let data69 = data63.flush_interval_ms;
if(!(((typeof data69 == "number") && (!(data69 % 1) && !isNaN(data69))) && (isFinite(data69)))){
const err141 = {instancePath:instancePath+"/http/flush_interval_ms",schemaPath:"#/properties/http/properties/flush_interval_ms/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
if((typeof data69 == "number") && (isFinite(data69))){
if(data69 > 60000 || isNaN(data69)){
const err142 = {instancePath:instancePath+"/http/flush_interval_ms",schemaPath:"#/properties/http/properties/flush_interval_ms/maximum",keyword:"maximum",params:{comparison: "<=", limit: 60000}};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
if(data69 < 1 || isNaN(data69)){
const err143 = {instancePath:instancePath+"/http/flush_interval_ms",schemaPath:"#/properties/http/properties/flush_interval_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
}
if(data63.timeout_ms !== undefined && func0.call(data63, "timeout_ms")){
let data70 = data63.timeout_ms;
if(!(((typeof data70 == "number") && (!(data70 % 1) && !isNaN(data70))) && (isFinite(data70)))){
const err144 = {instancePath:instancePath+"/http/timeout_ms",schemaPath:"#/properties/http/properties/timeout_ms/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
if((typeof data70 == "number") && (isFinite(data70))){
if(data70 > 300000 || isNaN(data70)){
const err145 = {instancePath:instancePath+"/http/timeout_ms",schemaPath:"#/properties/http/properties/timeout_ms/maximum",keyword:"maximum",params:{comparison: "<=", limit: 300000}};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
if(data70 < 1 || isNaN(data70)){
const err146 = {instancePath:instancePath+"/http/timeout_ms",schemaPath:"#/properties/http/properties/timeout_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
}
if(data63.gzip !== undefined && func0.call(data63, "gzip")){
if(typeof data63.gzip !== "boolean"){
const err147 = {instancePath:instancePath+"/http/gzip",schemaPath:"#/properties/http/properties/gzip/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
if(data63.spool_directory !== undefined && func0.call(data63, "spool_directory")){
let data72 = data63.spool_directory;
if(typeof data72 === "string"){
if(func48(data72) < 1){
const err148 = {instancePath:instancePath+"/http/spool_directory",schemaPath:"#/properties/http/properties/spool_directory/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
else {
const err149 = {instancePath:instancePath+"/http/spool_directory",schemaPath:"#/properties/http/properties/spool_directory/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
if(data63.spool_max_mb !== undefined && func0.call(data63, "spool_max_mb")){
let data73 = data63.spool_max_mb;
if((typeof data73 == "number") && (isFinite(data73))){
if(data73 > 1048576 || isNaN(data73)){
const err150 = {instancePath:instancePath+"/http/spool_max_mb",schemaPath:"#/properties/http/properties/spool_max_mb/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576}};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
if(data73 < 1 || isNaN(data73)){
const err151 = {instancePath:instancePath+"/http/spool_max_mb",schemaPath:"#/properties/http/properties/spool_max_mb/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
else {
const err152 = {instancePath:instancePath+"/http/spool_max_mb",schemaPath:"#/properties/http/properties/spool_max_mb/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
}
else {
const err153 = {instancePath:instancePath+"/http",schemaPath:"#/properties/http/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
if(data.loki !== undefined && func0.call(data, "loki")){
let data74 = data.loki;
if(data74 && typeof data74 == "object" && !Array.isArray(data74)){
for(const key13 of Object.keys(data74)){
if(!(func0.call(schema7.properties.loki.properties, key13))){
const err154 = {instancePath:instancePath+"/loki",schemaPath:"#/properties/loki/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
if(data74.url !== undefined && func0.call(data74, "url")){
let data75 = data74.url;
if(typeof data75 === "string"){
if(func48(data75) > 2048){
const err155 = {instancePath:instancePath+"/loki/url",schemaPath:"#/properties/loki/properties/url/maxLength",keyword:"maxLength",params:{limit: 2048}};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
if(!pattern5.test(data75)){
const err156 = {instancePath:instancePath+"/loki/url",schemaPath:"#/properties/loki/properties/url/pattern",keyword:"pattern",params:{pattern: "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$"}};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
else {
const err157 = {instancePath:instancePath+"/loki/url",schemaPath:"#/properties/loki/properties/url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
if(data74.headers !== undefined && func0.call(data74, "headers")){
let data76 = data74.headers;
if(data76 && typeof data76 == "object" && !Array.isArray(data76)){
for(const key14 of Object.keys(data76)){
if(typeof data76[key14] !== "string"){
const err158 = {instancePath:instancePath+"/loki/headers/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/loki/properties/headers/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
}
else {
const err159 = {instancePath:instancePath+"/loki/headers",schemaPath:"#/properties/loki/properties/headers/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
if(data74.labels !== undefined && func0.call(data74, "labels")){
let data78 = data74.labels;
if(data78 && typeof data78 == "object" && !Array.isArray(data78)){
for(const key15 of Object.keys(data78)){
if(typeof data78[key15] !== "string"){
const err160 = {instancePath:instancePath+"/loki/labels/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/loki/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
}
else {
const err161 = {instancePath:instancePath+"/loki/labels",schemaPath:"#/properties/loki/properties/labels/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
if(data74.tenant !== undefined && func0.call(data74, "tenant")){
let data80 = data74.tenant;
if(typeof data80 === "string"){
if(func48(data80) < 1){
const err162 = {instancePath:instancePath+"/loki/tenant",schemaPath:"#/properties/loki/properties/tenant/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
else {
const err163 = {instancePath:instancePath+"/loki/tenant",schemaPath:"#/properties/loki/properties/tenant/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
if(data74.level !== undefined && func0.call(data74, "level")){
let data81 = data74.level;
if(typeof data81 === "string"){
if(!pattern1.test(data81)){
const err164 = {instancePath:instancePath+"/loki/level",schemaPath:"#/properties/loki/properties/level/pattern",keyword:"pattern",params:{pattern: "^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$"}};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
else {
const err165 = {instancePath:instancePath+"/loki/level",schemaPath:"#/properties/loki/properties/level/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
if(data74.batch_size !== undefined && func0.call(data74, "batch_size")){
let data82 = data74.batch_size;
if(!(((typeof data82 == "number") && (!(data82 % 1) && !isNaN(data82))) && (isFinite(data82)))){
const err166 = {instancePath:instancePath+"/loki/batch_size",schemaPath:"#/properties/loki/properties/batch_size/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
if((typeof data82 == "number") && (isFinite(data82))){
if(data82 > 10000 || isNaN(data82)){
const err167 = {instancePath:instancePath+"/loki/batch_size",schemaPath:"#/properties/loki/properties/batch_size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000}};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
if(data82 < 1 || isNaN(data82)){
const err168 = {instancePath:instancePath+"/loki/batch_size",schemaPath:"#/properties/loki/properties/batch_size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
}
if(data74.flush_interval_ms !== undefined && func0.call(data74, "flush_interval_ms")){
let data83 = data74.flush_interval_ms;
if(!(((typeof data83 == "number") && (!(data83 % 1) && !isNaN(data83))) && (isFinite(data83)))){
const err169 = {instancePath:instancePath+"/loki/flush_interval_ms",schemaPath:"#/properties/loki/properties/flush_interval_ms/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
if((typeof data83 == "number") && (isFinite(data83))){
if(data83 > 60000 || isNaN(data83)){
const err170 = {instancePath:instancePath+"/loki/flush_interval_ms",schemaPath:"#/properties/loki/properties/flush_interval_ms/maximum",keyword:"maximum",params:{comparison: "<=", limit: 60000}};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
if(data83 < 1 || isNaN(data83)){
const err171 = {instancePath:instancePath+"/loki/flush_interval_ms",schemaPath:"#/properties/loki/properties/flush_interval_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
}
if(data74.timeout_ms !== undefined && func0.call(data74, "timeout_ms")){
let data84 = data74.timeout_ms;
if(!(((typeof data84 == "number") && (!(data84 % 1) && !isNaN(data84))) && (isFinite(data84)))){
const err172 = {instancePath:instancePath+"/loki/timeout_ms",schemaPath:"#/properties/loki/properties/timeout_ms/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
if((typeof data84 == "number") && (isFinite(data84))){
if(data84 > 300000 || isNaN(data84)){
const err173 = {instancePath:instancePath+"/loki/timeout_ms",schemaPath:"#/properties/loki/properties/timeout_ms/maximum",keyword:"maximum",params:{comparison: "<=", limit: 300000}};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
if(data84 < 1 || isNaN(data84)){
const err174 = {instancePath:instancePath+"/loki/timeout_ms",schemaPath:"#/properties/loki/properties/timeout_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
}
if(data74.gzip !== undefined && func0.call(data74, "gzip")){
if(typeof data74.gzip !== "boolean"){
const err175 = {instancePath:instancePath+"/loki/gzip",schemaPath:"#/properties/loki/properties/gzip/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
if(data74.spool_directory !== undefined && func0.call(data74, "spool_directory")){
let data86 = data74.spool_directory;
if(typeof data86 === "string"){
if(func48(data86) < 1){
const err176 = {instancePath:instancePath+"/loki/spool_directory",schemaPath:"#/properties/loki/properties/spool_directory/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
else {
const err177 = {instancePath:instancePath+"/loki/spool_directory",schemaPath:"#/properties/loki/properties/spool_directory/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
if(data74.spool_max_mb !== undefined && func0.call(data74, "spool_max_mb")){
let data87 = data74.spool_max_mb;
if((typeof data87 == "number") && (isFinite(data87))){
if(data87 > 1048576 || isNaN(data87)){
const err178 = {instancePath:instancePath+"/loki/spool_max_mb",schemaPath:"#/properties/loki/properties/spool_max_mb/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576}};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
if(data87 < 1 || isNaN(data87)){
const err179 = {instancePath:instancePath+"/loki/spool_max_mb",schemaPath:"#/properties/loki/properties/spool_max_mb/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
else {
const err180 = {instancePath:instancePath+"/loki/spool_max_mb",schemaPath:"#/properties/loki/properties/spool_max_mb/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
}
else {
const err181 = {instancePath:instancePath+"/loki",schemaPath:"#/properties/loki/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
if(data.otlp !== undefined && func0.call(data, "otlp")){
let data88 = data.otlp;
if(data88 && typeof data88 == "object" && !Array.isArray(data88)){
for(const key16 of Object.keys(data88)){
if(!(func0.call(schema7.properties.otlp.properties, key16))){
const err182 = {instancePath:instancePath+"/otlp",schemaPath:"#/properties/otlp/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16}};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
if(data88.url !== undefined && func0.call(data88, "url")){
let data89 = data88.url;
if(typeof data89 === "string"){
if(func48(data89) > 2048){
const err183 = {instancePath:instancePath+"/otlp/url",schemaPath:"#/properties/otlp/properties/url/maxLength",keyword:"maxLength",params:{limit: 2048}};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
if(!pattern5.test(data89)){
const err184 = {instancePath:instancePath+"/otlp/url",schemaPath:"#/properties/otlp/properties/url/pattern",keyword:"pattern",params:{pattern: "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$"}};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
else {
const err185 = {instancePath:instancePath+"/otlp/url",schemaPath:"#/properties/otlp/properties/url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
}
if(data88.headers !== undefined && func0.call(data88, "headers")){
let data90 = data88.headers;
if(data90 && typeof data90 == "object" && !Array.isArray(data90)){
for(const key17 of Object.keys(data90)){
if(typeof data90[key17] !== "string"){
const err186 = {instancePath:instancePath+"/otlp/headers/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/otlp/properties/headers/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
}
else {
const err187 = {instancePath:instancePath+"/otlp/headers",schemaPath:"#/properties/otlp/properties/headers/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
if(data88.level !== undefined && func0.call(data88, "level")){
let data92 = data88.level;
if(typeof data92 === "string"){
if(!pattern1.test(data92)){
const err188 = {instancePath:instancePath+"/otlp/level",schemaPath:"#/properties/otlp/properties/level/pattern",keyword:"pattern",params:{pattern: "^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$"}};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
}
else {
const err189 = {instancePath:instancePath+"/otlp/level",schemaPath:"#/properties/otlp/properties/level/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
if(data88.batch_size !== undefined && func0.call(data88, "batch_size")){
let data93 = data88.batch_size;
if(!(((typeof data93 == "number") && (!(data93 % 1) && !isNaN(data93))) && (isFinite(data93)))){
const err190 = {instancePath:instancePath+"/otlp/batch_size",schemaPath:"#/properties/otlp/properties/batch_size/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
if((typeof data93 == "number") && (isFinite(data93))){
if(data93 > 10000 || isNaN(data93)){
const err191 = {instancePath:instancePath+"/otlp/batch_size",schemaPath:"#/properties/otlp/properties/batch_size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000}};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
if(data93 < 1 || isNaN(data93)){
const err192 = {instancePath:instancePath+"/otlp/batch_size",schemaPath:"#/properties/otlp/properties/batch_size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
}
if(data88.flush_interval_ms !== undefined && func0.call(data88, "flush_interval_ms")){
let data94 = data88.flush_interval_ms;
if(!(((typeof data94 == "number") && (!(data94 % 1) && !isNaN(data94))) && (isFinite(data94)))){
const err193 = {instancePath:instancePath+"/otlp/flush_interval_ms",schemaPath:"#/properties/otlp/properties/flush_interval_ms/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
if((typeof data94 == "number") && (isFinite(data94))){
if(data94 > 60000 || isNaN(data94)){
const err194 = {instancePath:instancePath+"/otlp/flush_interval_ms",schemaPath:"#/properties/otlp/properties/flush_interval_ms/maximum",keyword:"maximum",params:{comparison: "<=", limit: 60000}};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
if(data94 < 1 || isNaN(data94)){
const err195 = {instancePath:instancePath+"/otlp/flush_interval_ms",schemaPath:"#/properties/otlp/properties/flush_interval_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
}
if(data88.timeout_ms !== undefined && func0.call(data88, "timeout_ms")){
let data95 = data88.timeout_ms;
if(!(((typeof data95 == "number") && (!(data95 % 1) && !isNaN(data95))) && (isFinite(data95)))){
const err196 = {instancePath:instancePath+"/otlp/timeout_ms",schemaPath:"#/properties/otlp/properties/timeout_ms/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
if((typeof data95 == "number") && (isFinite(data95))){
if(data95 > 300000 || isNaN(data95)){
const err197 = {instancePath:instancePath+"/otlp/timeout_ms",schemaPath:"#/properties/otlp/properties/timeout_ms/maximum",keyword:"maximum",params:{comparison: "<=", limit: 300000}};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
if(data95 < 1 || isNaN(data95)){
const err198 = {instancePath:instancePath+"/otlp/timeout_ms",schemaPath:"#/properties/otlp/properties/timeout_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
}
}
if(data88.gzip !== undefined && func0.call(data88, "gzip")){
if(typeof data88.gzip !== "boolean"){
const err199 = {instancePath:instancePath+"/otlp/gzip",schemaPath:"#/properties/otlp/properties/gzip/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
if(data88.spool_directory !== undefined && func0.call(data88, "spool_directory")){
let data97 = data88.spool_directory;
if(typeof data97 === "string"){
if(func48(data97) < 1){
const err200 = {instancePath:instancePath+"/otlp/spool_directory",schemaPath:"#/properties/otlp/properties/spool_directory/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
else {
const err201 = {instancePath:instancePath+"/otlp/spool_directory",schemaPath:"#/properties/otlp/properties/spool_directory/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
if(data88.spool_max_mb !== undefined && func0.call(data88, "spool_max_mb")){
let data98 = data88.spool_max_mb;
if((typeof data98 == "number") && (isFinite(data98))){
if(data98 > 1048576 || isNaN(data98)){
const err202 = {instancePath:instancePath+"/otlp/spool_max_mb",schemaPath:"#/properties/otlp/properties/spool_max_mb/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576}};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
if(data98 < 1 || isNaN(data98)){
const err203 = {instancePath:instancePath+"/otlp/spool_max_mb",schemaPath:"#/properties/otlp/properties/spool_max_mb/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
else {
const err204 = {instancePath:instancePath+"/otlp/spool_max_mb",schemaPath:"#/properties/otlp/properties/spool_max_mb/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
}
else {
const err205 = {instancePath:instancePath+"/otlp",schemaPath:"#/properties/otlp/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
if(data.audit !== undefined && func0.call(data, "audit")){
let data99 = data.audit;
if(data99 && typeof data99 == "object" && !Array.isArray(data99)){
for(const key18 of Object.keys(data99)){
if(!(((((((key18 === "enabled") || (key18 === "file_path")) || (key18 === "retention_days")) || (key18 === "include_user_id")) || (key18 === "include_ip_address")) || (key18 === "include_request_id")) || (key18 === "key"))){
const err206 = {instancePath:instancePath+"/audit",schemaPath:"#/properties/audit/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
}
if(data99.enabled !== undefined && func0.call(data99, "enabled")){
if(typeof data99.enabled !== "boolean"){
const err207 = {instancePath:instancePath+"/audit/enabled",schemaPath:"#/properties/audit/properties/enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
if(data99.file_path !== undefined && func0.call(data99, "file_path")){
let data101 = data99.file_path;
if(typeof data101 === "string"){
if(func48(data101) < 1){
const err208 = {instancePath:instancePath+"/audit/file_path",schemaPath:"#/properties/audit/properties/file_path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
else {
const err209 = {instancePath:instancePath+"/audit/file_path",schemaPath:"#/properties/audit/properties/file_path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
if(data99.retention_days !== undefined && func0.call(data99, "retention_days")){
let data102 = data99.retention_days;
if(!(((typeof data102 == "number") && (!(data102 % 1) && !isNaN(data102))) && (isFinite(data102)))){
const err210 = {instancePath:instancePath+"/audit/retention_days",schemaPath:"#/properties/audit/properties/retention_days/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
if((typeof data102 == "number") && (isFinite(data102))){
if(data102 > 36500 || isNaN(data102)){
const err211 = {instancePath:instancePath+"/audit/retention_days",schemaPath:"#/properties/audit/properties/retention_days/maximum",keyword:"maximum",params:{comparison: "<=", limit: 36500}};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
if(data102 < 0 || isNaN(data102)){
const err212 = {instancePath:instancePath+"/audit/retention_days",schemaPath:"#/properties/audit/properties/retention_days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
}
if(data99.include_user_id !== undefined && func0.call(data99, "include_user_id")){
if(typeof data99.include_user_id !== "boolean"){
const err213 = {instancePath:instancePath+"/audit/include_user_id",schemaPath:"#/properties/audit/properties/include_user_id/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
if(data99.include_ip_address !== undefined && func0.call(data99, "include_ip_address")){
if(typeof data99.include_ip_address !== "boolean"){
const err214 = {instancePath:instancePath+"/audit/include_ip_address",schemaPath:"#/properties/audit/properties/include_ip_address/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
if(data99.include_request_id !== undefined && func0.call(data99, "include_request_id")){
if(typeof data99.include_request_id !== "boolean"){
const err215 = {instancePath:instancePath+"/audit/include_request_id",schemaPath:"#/properties/audit/properties/include_request_id/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
if(data99.key !== undefined && func0.call(data99, "key")){
let data106 = data99.key;
if(typeof data106 === "string"){
if(func48(data106) < 16){
const err216 = {instancePath:instancePath+"/audit/key",schemaPath:"#/properties/audit/properties/key/minLength",keyword:"minLength",params:{limit: 16}};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
}
else {
const err217 = {instancePath:instancePath+"/audit/key",schemaPath:"#/properties/audit/properties/key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
}
}
else {
const err218 = {instancePath:instancePath+"/audit",schemaPath:"#/properties/audit/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
if(data.exit !== undefined && func0.call(data, "exit")){
let data107 = data.exit;
if(data107 && typeof data107 == "object" && !Array.isArray(data107)){
for(const key19 of Object.keys(data107)){
if(!(((key19 === "handle_signals") || (key19 === "reopen_on_sighup")) || (key19 === "deadline_ms"))){
const err219 = {instancePath:instancePath+"/exit",schemaPath:"#/properties/exit/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19}};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
}
if(data107.handle_signals !== undefined && func0.call(data107, "handle_signals")){
if(typeof data107.handle_signals !== "boolean"){
const err220 = {instancePath:instancePath+"/exit/handle_signals",schemaPath:"#/properties/exit/properties/handle_signals/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
}
if(data107.reopen_on_sighup !== undefined && func0.call(data107, "reopen_on_sighup")){
if(typeof data107.reopen_on_sighup !== "boolean"){
const err221 = {instancePath:instancePath+"/exit/reopen_on_sighup",schemaPath:"#/properties/exit/properties/reopen_on_sighup/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
if(data107.deadline_ms !== undefined && func0.call(data107, "deadline_ms")){
let data110 = data107.deadline_ms;
if(!(((typeof data110 == "number") && (!(data110 % 1) && !isNaN(data110))) && (isFinite(data110)))){
const err222 = {instancePath:instancePath+"/exit/deadline_ms",schemaPath:"#/properties/exit/properties/deadline_ms/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
if((typeof data110 == "number") && (isFinite(data110))){
if(data110 > 60000 || isNaN(data110)){
const err223 = {instancePath:instancePath+"/exit/deadline_ms",schemaPath:"#/properties/exit/properties/deadline_ms/maximum",keyword:"maximum",params:{comparison: "<=", limit: 60000}};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
if(data110 < 0 || isNaN(data110)){
const err224 = {instancePath:instancePath+"/exit/deadline_ms",schemaPath:"#/properties/exit/properties/deadline_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
}
}
else {
const err225 = {instancePath:instancePath+"/exit",schemaPath:"#/properties/exit/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
}
if(data.config_file !== undefined && func0.call(data, "config_file")){
let data111 = data.config_file;
if(typeof data111 === "string"){
if(func48(data111) < 1){
const err226 = {instancePath:instancePath+"/config_file",schemaPath:"#/properties/config_file/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
}
else {
const err227 = {instancePath:instancePath+"/config_file",schemaPath:"#/properties/config_file/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
if(data.reload !== undefined && func0.call(data, "reload")){
let data112 = data.reload;
if(data112 && typeof data112 == "object" && !Array.isArray(data112)){
for(const key20 of Object.keys(data112)){
if(!((key20 === "enabled") || (key20 === "interval_ms"))){
const err228 = {instancePath:instancePath+"/reload",schemaPath:"#/properties/reload/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20}};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
}
if(data112.enabled !== undefined && func0.call(data112, "enabled")){
if(typeof data112.enabled !== "boolean"){
const err229 = {instancePath:instancePath+"/reload/enabled",schemaPath:"#/properties/reload/properties/enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
}
if(data112.interval_ms !== undefined && func0.call(data112, "interval_ms")){
let data114 = data112.interval_ms;
if(!(((typeof data114 == "number") && (!(data114 % 1) && !isNaN(data114))) && (isFinite(data114)))){
const err230 = {instancePath:instancePath+"/reload/interval_ms",schemaPath:"#/properties/reload/properties/interval_ms/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
if((typeof data114 == "number") && (isFinite(data114))){
if(data114 > 3600000 || isNaN(data114)){
const err231 = {instancePath:instancePath+"/reload/interval_ms",schemaPath:"#/properties/reload/properties/interval_ms/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600000}};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
if(data114 < 100 || isNaN(data114)){
const err232 = {instancePath:instancePath+"/reload/interval_ms",schemaPath:"#/properties/reload/properties/interval_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 100}};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
}
}
}
else {
const err233 = {instancePath:instancePath+"/reload",schemaPath:"#/properties/reload/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
}
}
else {
const err234 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}
