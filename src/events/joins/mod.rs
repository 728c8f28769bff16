//! Drafts that tell one act between them: in a sentence, in a list, under a headline.

pub(super) mod after_others;
pub(super) mod aimed_for;
pub(super) mod beaten_back;
pub(super) mod blasts;
mod by_doer;
pub(super) mod campaigns;
pub(super) mod closures;
mod committed;
pub(super) mod counted_off;
pub(super) mod entered;
pub(super) mod followed;
pub(super) mod gapped;
mod glosses;
pub(super) mod got_away;
pub(super) mod headline_attack;
pub(super) mod headlines;
pub(super) mod in_course;
pub(super) mod join;
pub(super) mod listed;
pub(super) mod next_act;
pub(super) mod one_breath;
pub(super) mod resumed_on;
pub(super) mod rows;
pub(super) mod same_victim;
pub(super) mod shot_dead;
pub(super) mod spread;
pub(super) mod times;
