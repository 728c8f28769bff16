//! The shape of `status.toml`, as written.

use serde::Deserialize;

/// `language/status.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Table {
    pub(super) prepositions: Prepositions,
    pub(super) clauses: Clauses,
    #[serde(default)]
    pub(super) dating: Dating,
    #[serde(default)]
    pub(super) denials: Denials,
    pub(super) light: LightWords,
    pub(super) negation: Words,
    pub(super) plan: Words,
    #[serde(default)]
    pub(super) scheduled: Words,
    #[serde(default)]
    pub(super) orders: Words,
    pub(super) launch: Words,
    pub(super) hypothetical: Words,
    pub(super) background: BackgroundWords,
    pub(super) speech: SpeechWords,
    pub(super) sources: Sources,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Prepositions {
    pub(super) on: Vec<String>,
    pub(super) from: Vec<String>,
    pub(super) to: Vec<String>,
    pub(super) at: Vec<String>,
    pub(super) against: Vec<String>,
    pub(super) with: Vec<String>,
    pub(super) by: Vec<String>,
    pub(super) between: Vec<String>,
    pub(super) about: Vec<String>,
    #[serde(default)]
    pub(super) via: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Clauses {
    pub(super) that: Vec<String>,
    pub(super) that_they: Vec<String>,
    pub(super) relative: Vec<String>,
    pub(super) since: Vec<String>,
    #[serde(default)]
    pub(super) when: Vec<String>,
    #[serde(default)]
    pub(super) described: Vec<String>,
    #[serde(default)]
    pub(super) until: Vec<String>,
    #[serde(default)]
    pub(super) unopposed: Vec<String>,
    pub(super) after: Vec<String>,
    pub(super) subordinate: Vec<String>,
    #[serde(rename = "where")]
    pub(super) where_: Vec<String>,
    pub(super) contrast: Vec<String>,
    pub(super) skip: Vec<String>,
    #[serde(default)]
    pub(super) answering: Vec<String>,
    #[serde(default)]
    pub(super) replying: Vec<String>,
    #[serde(default)]
    pub(super) ending: Vec<String>,
    pub(super) finding: Vec<String>,
    #[serde(default)]
    pub(super) then: Vec<String>,
    #[serde(default)]
    pub(super) spoken_of: Vec<String>,
    pub(super) within: Vec<String>,
    #[serde(default)]
    pub(super) backing: Vec<String>,
    #[serde(default)]
    pub(super) one_side: Vec<String>,
    pub(super) except: Vec<String>,
    pub(super) including: Vec<String>,
    pub(super) result_verbs: Vec<String>,
    pub(super) there: Vec<String>,
    pub(super) there_from: Vec<String>,
    pub(super) vague_places: Vec<String>,
    #[serde(default)]
    pub(super) two_places: Vec<String>,
    pub(super) partial: Vec<String>,
    #[serde(default)]
    pub(super) topics: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Denials {
    pub(super) reports: Vec<String>,
    #[serde(rename = "false")]
    pub(super) untrue: Vec<String>,
    #[serde(rename = "untrue")]
    pub(super) untruth: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Dating {
    pub(super) after_that: Vec<String>,
    pub(super) participles: Vec<String>,
    pub(super) superlatives: Vec<String>,
    pub(super) wounded_before: Vec<String>,
    pub(super) goes_on: Vec<String>,
    pub(super) lasting: Vec<String>,
    pub(super) named: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LightWords {
    pub(super) verbs: Vec<String>,
    pub(super) passive_verbs: Vec<String>,
    pub(super) comprising: Vec<String>,
    pub(super) became: Vec<String>,
    pub(super) judging: Vec<String>,
    pub(super) judgements: Vec<String>,
    pub(super) begin: Vec<String>,
    pub(super) going: Vec<String>,
    pub(super) ceasing: Vec<String>,
    #[serde(default)]
    pub(super) leaving_off: Vec<String>,
    #[serde(default)]
    pub(super) going_off: Vec<String>,
    pub(super) failing: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    #[serde(default, rename = "words")]
    pub(super) plain: Vec<String>,
    #[serde(default)]
    pub(super) verbs: Vec<String>,
    #[serde(default)]
    pub(super) nouns: Vec<String>,
    #[serde(default)]
    pub(super) may: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BackgroundWords {
    pub(super) words: Vec<String>,
    pub(super) all_along: Vec<String>,
    pub(super) was: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SpeechWords {
    pub(super) say: Vec<String>,
    pub(super) announce: Vec<String>,
    pub(super) deny: Vec<String>,
    pub(super) demand: Vec<String>,
    pub(super) threaten: Vec<String>,
    pub(super) accuse: Vec<String>,
    pub(super) refuted: Vec<String>,
    #[serde(default)]
    pub(super) withheld: Vec<String>,
    pub(super) sources_before: Vec<String>,
    pub(super) tell: Vec<String>,
    #[serde(default)]
    pub(super) quoted: Vec<String>,
    pub(super) more: Vec<String>,
    pub(super) participles: Vec<String>,
    #[serde(default)]
    pub(super) urging: Vec<String>,
    #[serde(default)]
    pub(super) deeds: Vec<String>,
    #[serde(default)]
    pub(super) of_many: Vec<String>,
    pub(super) according: Vec<String>,
    pub(super) nouns: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sources {
    #[serde(default)]
    pub(super) masculine: Vec<String>,
    pub(super) judges: Vec<String>,
    pub(super) neutral: Vec<String>,
    pub(super) civilians: Option<String>,
    pub(super) commentators: Vec<String>,
}
