//! What a browser would see: the tags of a page with the names of their attributes, read apart from what is in them.

/// The skeleton of a page: every tag with the names of its attributes and the beginning of every link; texts and other
/// values left out. Script and style are kept whole, since they are code.
pub(crate) fn skeleton(page: &str) -> Vec<String> {
    let mut tags = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let is_tag = rest.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
        if !is_tag {
            tags.push("<".to_owned());
            continue;
        }
        let (tag, length) = tag(rest);
        rest = &rest[length..];
        for code in ["script", "style"] {
            if tag.split(' ').next() == Some(code) {
                let end = rest.find(&format!("</{code}")).unwrap();
                // The title of a page stands in its style, as a string.
                let outside: Vec<&str> =
                    rest[..end].split('"').step_by(if code == "style" { 2 } else { 1 }).collect();
                tags.push(format!("{code}: {}", outside.join("\"")));
                rest = &rest[end..];
            }
        }
        tags.push(tag);
    }
    tags
}

/// Name and attributes of a tag, and its length; a `>` within quotes does not end it.
fn tag(text: &str) -> (String, usize) {
    let name_end = text.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(text.len());
    let mut out = text[..name_end].to_owned();
    let mut at = name_end;
    let bytes = text.as_bytes();
    while at < bytes.len() && bytes[at] != b'>' {
        if bytes[at].is_ascii_whitespace() || bytes[at] == b'/' {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && !b"=> \n\t\"'".contains(&bytes[at]) {
            at += 1;
        }
        let name = &text[start..at];
        let mut value = "";
        if bytes.get(at) == Some(&b'=') {
            at += 1;
            let quote = bytes[at];
            assert!(
                quote == b'"' || quote == b'\'',
                "a value without quotes: {}",
                &text[start..(at + 20).min(text.len())]
            );
            let end = at + 1 + text[at + 1..].find(char::from(quote)).unwrap();
            value = &text[at + 1..end];
            at = end + 1;
        } else if at == start {
            at += 1;
        }
        // Classes tell long cells from short ones.
        if name != "class" {
            out.push_str(&format!(" {name}"));
        }
        if ["href", "src", "action", "xlink:href"].contains(&name) {
            let scheme = value.split(':').next().unwrap();
            out.push_str(&format!("={}", if value.starts_with('#') { "#" } else { scheme }));
        }
    }
    (out, at.min(text.len()))
}
