//! Where a CWE stands in the OWASP Top 10, editions 2021 and 2025. The facts are the embedded table
//! `data/cwe_owasp.csv`; nothing is judged here. Findings of every kind take their categories from
//! this file.

use std::{collections::HashMap, sync::LazyLock};

/// Rows of `cwe,category`; a CWE may stand in it more than once, and the first row of an edition
/// decides.
const TABLE: &str = include_str!("../data/cwe_owasp.csv");

/// The categories of one CWE: edition 2021, edition 2025.
type Places = (Option<&'static str>, Option<&'static str>);

static PLACES: LazyLock<HashMap<u32, Places>> = LazyLock::new(|| {
    let mut places: HashMap<u32, Places> = HashMap::new();
    for (cwe, category) in rows() {
        let place = places.entry(cwe).or_default();
        let edition = if category.ends_with("2021") { &mut place.0 } else { &mut place.1 };
        edition.get_or_insert(category);
    }
    places
});

/// The rows of the table. `X01` and `X02` are OWASP's notes beside the list, not categories of it.
fn rows() -> impl Iterator<Item = (u32, &'static str)> {
    let row = |line: &'static str| {
        let (cwe, category) = line.trim_end().split_once(',')?;
        Some((cwe.parse().ok()?, category))
    };
    TABLE.lines().filter_map(row).filter(|(_, category)| category.starts_with('A'))
}

/// The category of a CWE in the OWASP Top 10 of 2021, such as `A03:2021`.
#[must_use]
pub fn owasp_2021(cwe: u32) -> Option<&'static str> {
    PLACES.get(&cwe)?.0
}

/// The category of a CWE in the OWASP Top 10 of 2025, such as `A05:2025`.
#[must_use]
pub fn owasp_2025(cwe: u32) -> Option<&'static str> {
    PLACES.get(&cwe)?.1
}

/// The category of a finding by edition: the first of its CWEs that has one decides.
#[must_use]
pub fn of_cwes(cwes: &[u32], edition: fn(u32) -> Option<&'static str>) -> Vec<String> {
    cwes.iter().find_map(|&cwe| edition(cwe)).map(str::to_owned).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cwe: u32, in_2021: Option<&str>, in_2025: Option<&str>) {
        assert_eq!((owasp_2021(cwe), owasp_2025(cwe)), (in_2021, in_2025), "CWE-{cwe}");
    }

    #[test]
    fn the_first_row_of_an_edition_decides_and_notes_are_no_category() {
        check(89, Some("A03:2021"), Some("A05:2025"));
        check(798, Some("A07:2021"), Some("A07:2025"));
        check(522, Some("A04:2021"), Some("A06:2025"));
        check(1104, Some("A06:2021"), Some("A03:2025"));
        check(1395, None, Some("A03:2025"));
        check(1, None, None);
    }

    #[test]
    fn the_first_cwe_that_has_a_category_decides() {
        assert_eq!(of_cwes(&[1395, 1104], owasp_2021), ["A06:2021"]);
        assert_eq!(of_cwes(&[1], owasp_2021), [""; 0]);
    }
}
