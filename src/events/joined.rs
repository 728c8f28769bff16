//! The drafts of a sentence that tell of one act, made one.

use super::acts::draft::Draft;
use super::acts::flags::raise_flags;
use super::acts::freed::{fly_home, follow_freed};
use super::acts::murders::join_murders;
use super::acts::office::join_decrees;
use super::clauses::clause::Clause;
use super::clauses::item::Item;
use super::doers::captors::name_captors;
use super::doers::fought_for::name_takers_held_off;
use super::doers::outcome::name_by_outcome;
use super::joins::after_others::add_fallen_before;
use super::joins::blasts::join_blasts;
use super::joins::campaigns::join_campaigns;
use super::joins::closures::join_closures;
use super::joins::gapped::go_on_in_lists;
use super::joins::got_away::drop_endings;
use super::joins::in_course::join_courses;
use super::joins::join::{
    join_causes, join_gains, join_harm, join_held_meetings, join_means, join_meetings, join_raids,
    join_strikes, name_doers,
};
use super::joins::resumed_on::resume_on;
use super::joins::shot_dead::join_shot_dead;
use super::joins::spread::spread_on;
use super::mentions::reading::Reading;
use super::voices::claimed::own_up;

/// Who does what the sentence only counts up, and the drafts that tell of one act.
pub(super) fn join_all(reading: &Reading<'_>, items: &[Item], clauses: &[Clause], out: &mut Vec<Draft>) {
    name_doers(items, clauses, out);
    own_up(reading, items, clauses, out);
    resume_on(reading, items, out);
    go_on_in_lists(reading, items, out);
    spread_on(reading, items, out);
    add_fallen_before(reading, items, out);
    join_murders(reading, out);
    join_shot_dead(reading, out);
    drop_endings(reading, out);
    name_captors(reading, out);
    join_campaigns(reading, out);
    join_harm(items, out);
    join_raids(reading, out);
    name_by_outcome(reading, clauses, out);
    name_takers_held_off(reading, out);
    join_causes(reading, items, out);
    join_means(reading, out);
    join_blasts(reading, out);
    join_strikes(reading, clauses, out);
    follow_freed(reading, out);
    fly_home(reading, out);
    join_closures(reading, out);
    join_decrees(out);
    join_held_meetings(out);
    join_meetings(out);
    join_gains(out);
    join_courses(items, clauses, out);
    raise_flags(reading, out);
}
