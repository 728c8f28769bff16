//! Bytes → text, or one clear sentence about why not.

use encoding_rs::WINDOWS_1256;

/// How much of a file is looked at to tell a binary file from a text in another encoding.
const PROBE_BYTES: usize = 64 * 1024;

/// The text of a file's bytes.
///
/// # Errors
/// One sentence, without the file's name: empty, binary, windows-1256, or invalid UTF-8 with the place.
pub fn decode(bytes: Vec<u8>) -> Result<String, String> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err("the file is empty".into());
    }
    match String::from_utf8(bytes) {
        Ok(text) if text.contains('\0') => Err("this is a binary file, not a text".into()),
        Ok(text) => Ok(text),
        Err(e) => {
            let at = e.utf8_error().valid_up_to();
            Err(explain(e.as_bytes(), at))
        }
    }
}

/// Why bytes that are no UTF-8 from byte `at` on cannot be read.
fn explain(bytes: &[u8], at: usize) -> String {
    let probe = &bytes[..bytes.len().min(PROBE_BYTES)];
    let controls = probe.iter().filter(|&&b| b < 9 || (14..32).contains(&b)).count();
    if controls * 50 > probe.len() || probe.contains(&0) {
        return "this is a binary file, not a text".into();
    }
    if looks_like_windows_1256(probe) {
        return "the text is in windows-1256, not UTF-8; convert it with `iconv -f WINDOWS-1256 -t UTF-8`"
            .into();
    }
    let line = String::from_utf8_lossy(&bytes[..at]).matches('\n').count() + 1;
    format!("the text is not UTF-8 (byte {at}, line {line})")
}

/// Read as windows-1256, is nearly every high byte an Arabic letter?
fn looks_like_windows_1256(bytes: &[u8]) -> bool {
    let (text, _) = WINDOWS_1256.decode_without_bom_handling(bytes);
    let high = text.chars().filter(|c| !c.is_ascii()).count();
    let arabic = text.chars().filter(|c| ('\u{621}'..='\u{652}').contains(c) || *c == '\u{60C}').count();
    high >= 8 && arabic * 10 >= high * 9
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_bad_file_has_its_own_sentence() {
        assert_eq!(decode(b" \n".to_vec()), Err("the file is empty".into()));
        assert!(decode(vec![0x89, b'P', b'N', b'G', 0, 1, 2, 0xff]).is_err_and(|e| e.contains("binary")));
        let (bytes, _, _) = WINDOWS_1256.encode("سيطرت الفصائل على مدينة حلب");
        assert!(decode(bytes.into_owned()).is_err_and(|e| e.contains("windows-1256")));
        let mut broken = "سيطرت الفصائل\nعلى حلب".as_bytes().to_vec();
        broken.push(0xd8);
        assert!(decode(broken).is_err_and(|e| e.contains("line 2")));
    }
}
