// @ts-nocheck
// Generated from log-config.schema.json by `npm run generate`. Do not edit.

import type { GeneratedValidator } from "../src/schema-errors.ts";

export const typescript: GeneratedValidator = validate21;
const schema6 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"typescript","type":"object","additionalProperties":false,"required":["serviceName"],"properties":{"serviceName":{"type":"string","minLength":1,"maxLength":128},"environment":{"type":"string","enum":["development","staging","production","dev","stage","prod"]},"version":{"type":"string","maxLength":256,"pattern":"^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(\\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*)?$"},"level":{"type":"string","pattern":"^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$"},"host":{"type":"string"},"console":{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean"},"format":{"type":"string","enum":["json","text","auto"]},"colors":{"type":"boolean"}}},"file":{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean"},"path":{"type":"string","minLength":1}}},"defaultContext":{"type":"object"},"maxEntryBytes":{"type":"integer","minimum":4096,"maximum":256000},"stripAnsi":{"type":"boolean"},"redact":{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean"},"fields":{"type":"array","items":{"type":"string","minLength":1}},"replaceDefaults":{"type":"boolean"}}},"sourceRoot":{"type":"string"}}};
const func0 = Object.prototype.hasOwnProperty;
const func48 = ((text) => { let n = 0; for (const _ of text) n++; return n; });
const pattern0 = new RegExp("^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(\\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*)?$", "u");
const pattern1 = new RegExp("^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$", "u");

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
if(data.host !== undefined && func0.call(data, "host")){
if(typeof data.host !== "string"){
const err12 = {instancePath:instancePath+"/host",schemaPath:"#/properties/host/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.console !== undefined && func0.call(data, "console")){
let data5 = data.console;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key1 of Object.keys(data5)){
if(!(((key1 === "enabled") || (key1 === "format")) || (key1 === "colors"))){
const err13 = {instancePath:instancePath+"/console",schemaPath:"#/properties/console/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data5.enabled !== undefined && func0.call(data5, "enabled")){
if(typeof data5.enabled !== "boolean"){
const err14 = {instancePath:instancePath+"/console/enabled",schemaPath:"#/properties/console/properties/enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data5.format !== undefined && func0.call(data5, "format")){
let data7 = data5.format;
if(typeof data7 !== "string"){
const err15 = {instancePath:instancePath+"/console/format",schemaPath:"#/properties/console/properties/format/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!(((data7 === "json") || (data7 === "text")) || (data7 === "auto"))){
const err16 = {instancePath:instancePath+"/console/format",schemaPath:"#/properties/console/properties/format/enum",keyword:"enum",params:{allowedValues: schema6.properties.console.properties.format.enum}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data5.colors !== undefined && func0.call(data5, "colors")){
if(typeof data5.colors !== "boolean"){
const err17 = {instancePath:instancePath+"/console/colors",schemaPath:"#/properties/console/properties/colors/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/console",schemaPath:"#/properties/console/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.file !== undefined && func0.call(data, "file")){
let data9 = data.file;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key2 of Object.keys(data9)){
if(!((key2 === "enabled") || (key2 === "path"))){
const err19 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data9.enabled !== undefined && func0.call(data9, "enabled")){
if(typeof data9.enabled !== "boolean"){
const err20 = {instancePath:instancePath+"/file/enabled",schemaPath:"#/properties/file/properties/enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data9.path !== undefined && func0.call(data9, "path")){
let data11 = data9.path;
if(typeof data11 === "string"){
if(func48(data11) < 1){
const err21 = {instancePath:instancePath+"/file/path",schemaPath:"#/properties/file/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/file/path",schemaPath:"#/properties/file/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.defaultContext !== undefined && func0.call(data, "defaultContext")){
let data12 = data.defaultContext;
if(!(data12 && typeof data12 == "object" && !Array.isArray(data12))){
const err24 = {instancePath:instancePath+"/defaultContext",schemaPath:"#/properties/defaultContext/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.maxEntryBytes !== undefined && func0.call(data, "maxEntryBytes")){
let data13 = data.maxEntryBytes;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err25 = {instancePath:instancePath+"/maxEntryBytes",schemaPath:"#/properties/maxEntryBytes/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 256000 || isNaN(data13)){
const err26 = {instancePath:instancePath+"/maxEntryBytes",schemaPath:"#/properties/maxEntryBytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 256000}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data13 < 4096 || isNaN(data13)){
const err27 = {instancePath:instancePath+"/maxEntryBytes",schemaPath:"#/properties/maxEntryBytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 4096}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
if(data.stripAnsi !== undefined && func0.call(data, "stripAnsi")){
if(typeof data.stripAnsi !== "boolean"){
const err28 = {instancePath:instancePath+"/stripAnsi",schemaPath:"#/properties/stripAnsi/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.redact !== undefined && func0.call(data, "redact")){
let data15 = data.redact;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key3 of Object.keys(data15)){
if(!(((key3 === "enabled") || (key3 === "fields")) || (key3 === "replaceDefaults"))){
const err29 = {instancePath:instancePath+"/redact",schemaPath:"#/properties/redact/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data15.enabled !== undefined && func0.call(data15, "enabled")){
if(typeof data15.enabled !== "boolean"){
const err30 = {instancePath:instancePath+"/redact/enabled",schemaPath:"#/properties/redact/properties/enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data15.fields !== undefined && func0.call(data15, "fields")){
let data17 = data15.fields;
if(Array.isArray(data17)){
const len0 = data17.length;
for(let i0=0; i0<len0; i0++){
let data18 = data17[i0];
if(typeof data18 === "string"){
if(func48(data18) < 1){
const err31 = {instancePath:instancePath+"/redact/fields/" + i0,schemaPath:"#/properties/redact/properties/fields/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/redact/fields/" + i0,schemaPath:"#/properties/redact/properties/fields/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/redact/fields",schemaPath:"#/properties/redact/properties/fields/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data15.replaceDefaults !== undefined && func0.call(data15, "replaceDefaults")){
if(typeof data15.replaceDefaults !== "boolean"){
const err34 = {instancePath:instancePath+"/redact/replaceDefaults",schemaPath:"#/properties/redact/properties/replaceDefaults/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/redact",schemaPath:"#/properties/redact/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.sourceRoot !== undefined && func0.call(data, "sourceRoot")){
if(typeof data.sourceRoot !== "string"){
const err36 = {instancePath:instancePath+"/sourceRoot",schemaPath:"#/properties/sourceRoot/type",keyword:"type",params:{type: "string"}};
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
else {
const err37 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}

export const file: GeneratedValidator = validate22;
const schema7 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"file","type":"object","additionalProperties":false,"required":["service_name"],"properties":{"service_name":{"type":"string","minLength":1,"maxLength":128},"environment":{"type":"string","enum":["development","staging","production","dev","stage","prod"]},"version":{"type":"string","maxLength":256,"pattern":"^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(\\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*)?$"},"level":{"type":"string","pattern":"^([Dd][Ee][Bb][Uu][Gg]|[Tt][Rr][Aa][Cc][Ee]|[Ii][Nn][Ff][Oo]|[Nn][Oo][Tt][Ii][Cc][Ee]|[Ww][Aa][Rr][Nn][Ii][Nn][Gg]|[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr]|[Ee][Rr][Rr]|[Cc][Rr][Ii][Tt][Ii][Cc][Aa][Ll]|[Ff][Aa][Tt][Aa][Ll]|[Cc][Rr][Ii][Tt]|[Aa][Ll][Ee][Rr][Tt]|[Ee][Mm][Ee][Rr][Gg]|[Pp][Aa][Nn][Ii][Cc])$"},"host":{"type":"string"},"console":{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean"},"format":{"type":"string","enum":["json","text","auto"]},"colors":{"type":"boolean"}}},"file":{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean"},"path":{"type":"string","minLength":1}}},"default_context":{"type":"object"},"max_entry_bytes":{"type":"integer","minimum":4096,"maximum":256000},"strip_ansi":{"type":"boolean"},"redact":{"type":"object","additionalProperties":false,"properties":{"enabled":{"type":"boolean"},"fields":{"type":"array","items":{"type":"string","minLength":1}},"replace_defaults":{"type":"boolean"}}},"source_root":{"type":"string"}}};

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
if(data.host !== undefined && func0.call(data, "host")){
if(typeof data.host !== "string"){
const err12 = {instancePath:instancePath+"/host",schemaPath:"#/properties/host/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.console !== undefined && func0.call(data, "console")){
let data5 = data.console;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key1 of Object.keys(data5)){
if(!(((key1 === "enabled") || (key1 === "format")) || (key1 === "colors"))){
const err13 = {instancePath:instancePath+"/console",schemaPath:"#/properties/console/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data5.enabled !== undefined && func0.call(data5, "enabled")){
if(typeof data5.enabled !== "boolean"){
const err14 = {instancePath:instancePath+"/console/enabled",schemaPath:"#/properties/console/properties/enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data5.format !== undefined && func0.call(data5, "format")){
let data7 = data5.format;
if(typeof data7 !== "string"){
const err15 = {instancePath:instancePath+"/console/format",schemaPath:"#/properties/console/properties/format/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!(((data7 === "json") || (data7 === "text")) || (data7 === "auto"))){
const err16 = {instancePath:instancePath+"/console/format",schemaPath:"#/properties/console/properties/format/enum",keyword:"enum",params:{allowedValues: schema7.properties.console.properties.format.enum}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data5.colors !== undefined && func0.call(data5, "colors")){
if(typeof data5.colors !== "boolean"){
const err17 = {instancePath:instancePath+"/console/colors",schemaPath:"#/properties/console/properties/colors/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/console",schemaPath:"#/properties/console/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.file !== undefined && func0.call(data, "file")){
let data9 = data.file;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key2 of Object.keys(data9)){
if(!((key2 === "enabled") || (key2 === "path"))){
const err19 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data9.enabled !== undefined && func0.call(data9, "enabled")){
if(typeof data9.enabled !== "boolean"){
const err20 = {instancePath:instancePath+"/file/enabled",schemaPath:"#/properties/file/properties/enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data9.path !== undefined && func0.call(data9, "path")){
let data11 = data9.path;
if(typeof data11 === "string"){
if(func48(data11) < 1){
const err21 = {instancePath:instancePath+"/file/path",schemaPath:"#/properties/file/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/file/path",schemaPath:"#/properties/file/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.default_context !== undefined && func0.call(data, "default_context")){
let data12 = data.default_context;
if(!(data12 && typeof data12 == "object" && !Array.isArray(data12))){
const err24 = {instancePath:instancePath+"/default_context",schemaPath:"#/properties/default_context/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.max_entry_bytes !== undefined && func0.call(data, "max_entry_bytes")){
let data13 = data.max_entry_bytes;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err25 = {instancePath:instancePath+"/max_entry_bytes",schemaPath:"#/properties/max_entry_bytes/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 256000 || isNaN(data13)){
const err26 = {instancePath:instancePath+"/max_entry_bytes",schemaPath:"#/properties/max_entry_bytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 256000}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data13 < 4096 || isNaN(data13)){
const err27 = {instancePath:instancePath+"/max_entry_bytes",schemaPath:"#/properties/max_entry_bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 4096}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
if(data.strip_ansi !== undefined && func0.call(data, "strip_ansi")){
if(typeof data.strip_ansi !== "boolean"){
const err28 = {instancePath:instancePath+"/strip_ansi",schemaPath:"#/properties/strip_ansi/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.redact !== undefined && func0.call(data, "redact")){
let data15 = data.redact;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key3 of Object.keys(data15)){
if(!(((key3 === "enabled") || (key3 === "fields")) || (key3 === "replace_defaults"))){
const err29 = {instancePath:instancePath+"/redact",schemaPath:"#/properties/redact/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data15.enabled !== undefined && func0.call(data15, "enabled")){
if(typeof data15.enabled !== "boolean"){
const err30 = {instancePath:instancePath+"/redact/enabled",schemaPath:"#/properties/redact/properties/enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data15.fields !== undefined && func0.call(data15, "fields")){
let data17 = data15.fields;
if(Array.isArray(data17)){
const len0 = data17.length;
for(let i0=0; i0<len0; i0++){
let data18 = data17[i0];
if(typeof data18 === "string"){
if(func48(data18) < 1){
const err31 = {instancePath:instancePath+"/redact/fields/" + i0,schemaPath:"#/properties/redact/properties/fields/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/redact/fields/" + i0,schemaPath:"#/properties/redact/properties/fields/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/redact/fields",schemaPath:"#/properties/redact/properties/fields/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data15.replace_defaults !== undefined && func0.call(data15, "replace_defaults")){
if(typeof data15.replace_defaults !== "boolean"){
const err34 = {instancePath:instancePath+"/redact/replace_defaults",schemaPath:"#/properties/redact/properties/replace_defaults/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/redact",schemaPath:"#/properties/redact/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.source_root !== undefined && func0.call(data, "source_root")){
if(typeof data.source_root !== "string"){
const err36 = {instancePath:instancePath+"/source_root",schemaPath:"#/properties/source_root/type",keyword:"type",params:{type: "string"}};
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
else {
const err37 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}
