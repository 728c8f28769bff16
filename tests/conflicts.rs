//! A conflict is data: a folder with a war of its own is read with no new code.

use std::path::Path;

use waqai::base::Result;
use waqai::knowledge::{Files, Knowledge};
use waqai::text::Text;

fn hudaydah() -> Result<Knowledge> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conflicts");
    Knowledge::load(&Files::Folder(folder))
}

#[test]
fn another_war_loads_with_its_own_sides_places_and_opening() {
    let knowledge = hudaydah().expect("a whole conflict");
    let conflict = &knowledge.conflict;
    assert_eq!(conflict.id, "hudaydah-2018");
    assert_eq!(conflict.sites().count(), 6);
    let government = conflict.government().expect("a government");
    assert_eq!(conflict.faction(government).code, "GOV");
    let holder = |id: &str| {
        let place = conflict.place_of(id).expect("a place");
        conflict.faction(conflict.opening[&place].holder).code.as_str()
    };
    assert_eq!((holder("al-hudaydah"), holder("al-khawkhah")), ("HOU", "GOV"));
    let south = conflict.place_of("al-hudaydah-south").expect("the southern countryside");
    assert!(conflict.place(south).members.len() >= 3);
}

#[test]
fn the_regions_copy_of_an_own_place_is_left_out() {
    let knowledge = hudaydah().expect("a whole conflict");
    let named: Vec<_> = knowledge.conflict.search("الخوخة");
    assert_eq!(named.len(), 1);
    assert!(knowledge.conflict.place_of("taiz").is_some(), "the rest of Yemen comes from the region");
}

#[test]
fn its_places_and_sides_are_read_in_a_text() {
    let knowledge = hudaydah().expect("a whole conflict");
    let source = "سيطرت ألوية العمالقة على مطار الحديدة، وانسحب الحوثيون من مدينة زبيد.";
    let text = Text::new(source, &knowledge.vocabulary);
    let places = waqai::places::find(&text, &knowledge);
    let ids: Vec<_> =
        places.iter().filter_map(|m| m.place).map(|p| knowledge.conflict.place(p).id.as_str()).collect();
    assert_eq!(ids, ["hudaydah-airport", "zabid"]);
    let sides: Vec<_> = waqai::actors::find(&text, &knowledge)
        .iter()
        .map(|m| knowledge.conflict.faction(m.faction).code.clone())
        .collect();
    assert_eq!(sides, ["GOV", "HOU"]);
}
