//! Types and formats: the tables of `spec/README.md`.

use super::support::property;
use crate::diagnostic::Code;

#[test]
fn types_and_formats() {
    for (schema, ty) in [
        ("{type: integer, format: int64}", "Integer"),
        ("{type: integer, format: int32}", "Integer"),
        ("{type: integer}", "Integer"),
        ("{type: integer, format: uint64}", "Unsigned"),
        ("{type: integer, format: uint64, minimum: 0}", "Unsigned"),
        ("{type: integer, format: uint}", "Unsigned"),
        ("{type: integer, format: uint32}", "Integer"),
        ("{type: integer, format: uint16}", "Integer"),
        ("{type: integer, format: uint8}", "Integer"),
        ("{type: integer, format: uint128}", "JsonNumber"),
        ("{type: integer, minimum: 0, maximum: 9223372036854775807}", "Integer"),
        ("{type: integer, minimum: 0, maximum: 9223372036854775808}", "Integer"),
        ("{type: integer, minimum: 0, maximum: 18446744073709551615}", "Unsigned"),
        ("{type: integer, format: int64, minimum: 0, maximum: 18446744073709551615}", "Unsigned"),
        // As JavaScript writes 2^64.
        ("{type: integer, minimum: 1, maximum: 18446744073709552000}", "Unsigned"),
        ("{type: integer, minimum: 9300000000000000000}", "Unsigned"),
        ("{type: integer, minimum: 0, maximum: 18446744073709999999}", "JsonNumber"),
        ("{type: integer, minimum: -1, maximum: 18446744073709551615}", "JsonNumber"),
        ("{type: integer, format: int64, minimum: -1, maximum: 18446744073709551615}", "Integer"),
        ("{type: integer, enum: [1, 2]}", "Integer"),
        ("{type: integer, enum: [1, 18446744073709551615]}", "Unsigned"),
        ("{type: integer, format: int64, enum: [1, 18446744073709551615]}", "Unsigned"),
        ("{type: integer, enum: [-1, 18446744073709551615]}", "JsonNumber"),
        ("{type: number, format: decimal}", "Number"),
        ("{type: number}", "JsonNumber"),
        ("{type: number, format: double}", "Float"),
        ("{type: number, format: float}", "Float"),
        ("{type: boolean}", "Boolean"),
        ("{type: string}", "String"),
        ("{type: string, format: date-time}", "DateTime"),
        ("{type: string, format: rfc2822}", "DateTime"),
        ("{type: string, format: date-time-local}", "DateTime"),
        ("{type: string, format: moment}", "DateTime"),
        ("{type: string, format: date}", "Date"),
        ("{type: string, format: password}", "Secret"),
        ("{type: string, format: email}", "String"),
        ("{type: string, format: uuid}", "String"),
        ("{type: string, format: uri}", "String"),
        ("{type: string, format: byte}", "Base64"),
        ("{type: string, format: int64}", "NumericString"),
        ("{type: string, format: uint64}", "NumericString"),
        ("{type: string, format: decimal}", "NumericString"),
        ("{type: string, pattern: '^a'}", "String"),
    ] {
        let (outcome, field) = property(schema, true, "");
        outcome.is_clean(schema);
        assert_eq!(outcome.show(&field.unwrap().ty), ty, "{schema}");
    }
}

#[test]
fn scalars_of_two_forms() {
    for (schema, ty) in [
        ("[{type: string, format: decimal}, {type: number, format: decimal}]", "Number"),
        ("[{type: number, format: decimal}, {type: string, format: decimal}]", "Number"),
        ("[{type: integer, format: int64}, {type: string, format: int64}]", "Number"),
        ("[{type: string}, {type: number, format: decimal}]", "Text"),
        ("[{type: boolean}, {type: string, enum: ['true', 'false']}]", "Flag"),
        ("[{type: string, enum: ['false', 'true']}, {type: boolean}]", "Flag"),
        // An arbitrary string is not a boolean: this is a union.
        ("[{type: boolean}, {type: string, enum: ['yes', 'no']}]", "SubjectIt"),
        ("[{type: boolean}, {type: string}]", "SubjectIt"),
        ("[{type: integer}, {type: string, enum: [all]}]", "SubjectIt"),
        ("[{type: integer}, {type: boolean}]", "SubjectIt"),
        ("[{type: integer}, {type: number}]", "JsonNumber"),
        ("[{type: integer}, {type: number, format: double}]", "JsonNumber"),
        ("[{type: integer}, {type: integer, format: uint64}]", "JsonNumber"),
        ("[{type: integer}, {type: number, format: decimal}]", "Number"),
    ] {
        for key in ["oneOf", "anyOf"] {
            let schema = format!("{{{key}: {schema}}}");
            let (outcome, field) = property(&schema, true, "");
            outcome.is_clean(&schema);
            assert_eq!(outcome.show(&field.unwrap().ty), ty, "{schema}");
        }
    }
}

#[test]
fn formats_that_nobody_knows() {
    for (schema, piece, help, ty) in [
        ("{type: string, format: datetime}", "`datetime` for a string", "`date-time`", "String"),
        ("{type: integer, format: imt64}", "`imt64`", "`int64`", "Integer"),
        ("{type: number, format: zebra}", "`zebra` for a number", "a plain number", "JsonNumber"),
        ("{type: boolean, format: zebra}", "`zebra` for a boolean", "a plain boolean", "Boolean"),
    ] {
        let (outcome, field) = property(schema, true, "");
        outcome.reports(Code::UnknownFormat, piece, schema);
        assert!(outcome.diagnostics[0].help.as_ref().unwrap().contains(help), "{schema}: {:?}", outcome.diagnostics);
        assert_eq!(outcome.show(&field.unwrap().ty), ty, "{schema}");
    }
}
