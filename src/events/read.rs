//! From mentions to drafts, sentence by sentence.

use super::EventKind;
use super::acts::agreed_on::name_who_agreed;
use super::acts::another::drop_nths;
use super::acts::cleared::clear_mines;
use super::acts::deal_terms::{leave_swap_to_deal, leave_truce_to_deal};
use super::acts::draft::{Draft, Scope};
use super::acts::lone_person::is_lone_person;
use super::acts::office::seat_of_office;
use super::acts::thin::{drop_thin, mark_thin};
use super::acts::told::{holds, is_raid, is_untold_act};
use super::acts::weapon::raid_on_persons;
use super::clauses::clause::{clauses, is_state};
use super::clauses::item::Item;
use super::clauses::itemize::items;
use super::days::dated::fills_time;
use super::doers::act_on::{Subject, act_on_in_sentence};
use super::doers::announced::name_announcers;
use super::doers::bombers::name_bombers;
use super::doers::died_by::name_senders;
use super::doers::expelled::join_expulsions;
use super::doers::fought_for::{name_fighters_taking, name_takers_fighting};
use super::doers::handed::{name_followers, name_losers, name_takers, name_winners};
use super::doers::held_by::{name_besiegers, name_holders};
use super::doers::laid::lay_to_named;
use super::doers::observers::leave_to_others;
use super::doers::recall::{flee_from, go_on, look_back, object_places};
use super::doers::same_fire::go_on_in_sentence;
use super::doers::told_next::{name_in_headlines, name_in_sentences};
use super::joins::aimed_for::drop_aims;
use super::joins::beaten_back::drop_beaten_back;
use super::joins::campaigns::join_house_raids;
use super::joins::entered::drop_entries;
use super::joins::followed::tell_followers;
use super::joins::gapped::go_on_in_lists;
use super::joins::headline_attack::{take_kind_of_headline, tell_how};
use super::joins::join::{join_aftermath, join_gains, join_losses};
use super::joins::listed::{Heading, enlist};
use super::joins::rows::tell_rows;
use super::mentions::reading::Reading;
use super::parsed::{Parsed, parsed};
use super::scenes::closed_border::{close_at_home, hit_in_land};
use super::scenes::deal_ground::{lie_where_fought, visit_it};
use super::scenes::heading_place::stay_below_heading;
use super::scenes::home_place::{stay_at_home, stay_in_place};
use super::scenes::left::leave_what_is_taken;
use super::scenes::main_place::recall_to_main_place;
use super::scenes::speech_place::stand_at;
use super::scenes::taken_in::take_what_was_lost;
use super::scenes::whither::{go_where_told, shelter_there};
use super::scenes::whole_fight::stay_at_scene;
use super::scenes::whole_war::belong_to_war;
use super::targets::aim::aim;
use super::tolls::attach::{attach, date_tolls, part_from_takers, share_places};
use super::tolls::mishaps::is_mishap;
use super::tolls::own_death::drop_own_deaths;
use super::tolls::own_killing::fight_whom_they_kill;
use super::tolls::shared_out::share_out;
use super::tolls::uncounted::{drop_counted, drop_uncounted, is_word_of_sum};
use super::tolls::updated::{raise_in_sentence, raises_toll};
use super::voices::claimed::own_up_to;
use super::voices::denial::take_in_denied;
use super::voices::denied_before::deny_what_was_told;
use super::voices::own_words::answer_for_words;
use super::voices::speakers::credit_tolls;
use super::voices::words_said::words_said;
use crate::knowledge::triggers::Frame;

/// All drafts of an article in the order of the text, hypothetical ones too.
pub(super) fn drafts(reading: &Reading<'_>) -> Vec<Draft> {
    let mut out: Vec<Draft> = Vec::with_capacity(2 * reading.sentences.len()); // more are rare
    let mut last = Subject::default();
    let mut heading = None;
    for (s, parsed) in parsed(reading).enumerate() {
        let stands_at = parsed.stands_at;
        let mut found = sentence(reading, s, parsed, &out, &mut last, &mut heading);
        leave_to_others(reading, s, &mut found);
        raise_in_sentence(reading, &mut found);
        found.retain(|d| !raises_toll(reading, d, &mut out));
        own_up_to(reading, &found, &mut out);
        lay_to_named(reading, s, &mut found, &mut out);
        stand_at(&mut out, s, stands_at);
        out.append(&mut found);
    }
    drop_entries(reading, &mut out);
    name_in_headlines(reading, &mut out);
    name_in_sentences(reading, &mut out);
    name_takers(reading, &mut out);
    tell_how(reading, &mut out);
    take_kind_of_headline(reading, &mut out);
    name_senders(reading, &mut out);
    name_bombers(reading, &mut out);
    answer_for_words(reading, &mut out);
    name_announcers(reading, &mut out);
    out
}

/// Triggers that tell a state («places that X controls») and so are no event: their tokens and kinds.
pub(super) fn states(reading: &Reading<'_>) -> Vec<((usize, usize), EventKind)> {
    let mut out = Vec::new();
    for sentence in &reading.sentences {
        let items = items(reading, sentence.tokens.start, sentence.tokens.end);
        if items.is_empty() {
            continue;
        }
        for clause in clauses(reading, &items) {
            let lasts = |f: &super::clauses::clause::Finite| f.trigger.is_some_and(|t| t.need.is_none());
            let state = clause.finite.filter(|f| lasts(f) && is_state(reading, &clause, f));
            let Some(finite) = state else { continue };
            let trigger = finite.trigger.map(|t| &reading.knowledge.triggers.all[t.trigger as usize]);
            let item = &items[finite.item];
            out.extend(
                trigger.and_then(|t| EventKind::from_word(&t.kind)).map(|kind| ((item.from, item.to), kind)),
            );
        }
    }
    out
}

/// Gives the drafts of a sentence what they take from one another, and drops those that tell no event.
fn complete(reading: &Reading<'_>, out: &mut Vec<Draft>) {
    clear_mines(reading, out);
    name_who_agreed(reading, out);
    drop_own_deaths(reading, out);
    drop_aims(reading, out);
    drop_nths(reading, out);
    join_house_raids(reading, out);
    take_what_was_lost(out);
    leave_swap_to_deal(reading, out);
    leave_truce_to_deal(reading, out);
    join_gains(out); // «advanced on X and took it»: only now is it known what «it» is
    share_places(reading, out);
    drop_uncounted(reading, out);
    part_from_takers(reading, out);
    join_expulsions(reading, out);
    name_followers(reading, out);
    name_losers(reading, out);
    name_holders(reading, out);
    name_besiegers(reading, out);
    name_winners(reading, out);
    join_aftermath(reading, out);
    join_losses(reading, out);
    drop_beaten_back(reading, out);
    name_takers_fighting(reading, out);
    name_fighters_taking(reading, out);
    out.retain(|d| !is_denied_deal(d));
    out.retain(|d| {
        !fills_time(reading, d)
            && !is_mishap(reading, d)
            && !is_lone_person(reading, d)
            && !is_word_of_sum(reading, d)
    });
    mark_thin(reading, out);
    out.retain(|d| {
        (d.is_thin || holds(reading, d) || is_untold_act(d)) && !d.is_own_act && !is_recalled_loss(reading, d)
    });
}

/// Lets each draft of a sentence take what it lacks from those before it, in the sentence and above it.
fn recall(reading: &Reading<'_>, out: &mut [Draft], before: &[Draft], last: &Subject) {
    for i in 0..out.len() {
        let (told, rest) = out.split_at_mut(i);
        if let Some(draft) = rest.first_mut() {
            object_places(reading, draft, told);
            flee_from(draft, told);
            act_on_in_sentence(reading, draft, told);
            leave_what_is_taken(reading, draft, told);
            recall_to_main_place(reading, draft);
            look_back(reading, draft, before, last);
        }
    }
}

/// The drafts of one sentence.
fn sentence(
    reading: &Reading<'_>,
    s: usize,
    parsed: Parsed,
    before: &[Draft],
    last: &mut Subject,
    heading: &mut Option<Heading>,
) -> Vec<Draft> {
    let Parsed { items, clauses, contents, mut out, counted, .. } = parsed;
    if items.is_empty() {
        return out;
    }
    if !out.is_empty() {
        recall(reading, &mut out, before, last);
        go_on_counting(reading, &items, &mut out);
    }
    last.note(reading, s, &clauses);
    drop_counted(reading, &counted, &mut out);
    attach(reading, &mut out, counted, s);
    let scope = Scope { reading, items: &items, clauses: &clauses, c: 0 };
    if !out.is_empty() {
        place_tolls(scope, &mut out);
        complete(reading, &mut out);
    }
    enlist(reading, s, (&items, &clauses), last, heading, &mut out);
    tell_rows(reading, s, &items, before, &mut out);
    tell_followers(reading, s, &items, before, &mut out);
    settle_all(reading, &mut out, before);
    aim(reading, &items, &clauses, &mut out);
    let mut said = words_said(scope, &contents, [before, &out], s);
    aim(reading, &items, &clauses, &mut said);
    out.append(&mut said);
    take_in_denied(reading, deny_what_was_told(scope, s, before, out))
}

/// The further places and days of lists and counts.
fn go_on_counting(reading: &Reading<'_>, items: &[Item], out: &mut Vec<Draft>) {
    go_on_in_lists(reading, items, out); // «X, which it entered in May, then Y»
    super::joins::times::count_times(reading, items, out);
}

/// Who tells of the killed and wounded of a sentence, when and where they were.
fn place_tolls(scope: Scope<'_, '_>, out: &mut Vec<Draft>) {
    raid_on_persons(scope.reading, out);
    fight_whom_they_kill(scope.reading, out);
    if out.iter().any(|d| d.kind == EventKind::Casualties) {
        credit_tolls(scope, out);
        date_tolls(scope.reading, out, scope.items);
    }
    share_out(scope.reading, scope.items, out);
}

/// Gives the drafts that name no place the one where the story plays, and drops those of which too little is told. A raid
/// of nobody, on nobody, nowhere tells nothing.
fn settle_all(reading: &Reading<'_>, out: &mut Vec<Draft>, before: &[Draft]) {
    for i in 0..out.len() {
        let (here, rest) = out.split_at_mut(i);
        go_on_in_sentence(&mut rest[0], here);
        settle_down(reading, &mut rest[0], before);
        lie_where_fought(reading, &mut rest[0], here, before);
        visit_it(reading, &mut rest[0], here, before);
    }
    drop_thin(reading, out);
    let nobody = |d: &Draft| d.initiators.is_empty() && d.targets.is_empty() && d.tolls.is_empty();
    out.retain(|d| !(is_raid(d) && nobody(d) && d.places.is_empty()));
}

/// Gives a draft that names no place the one where the story plays.
fn settle_down(reading: &Reading<'_>, draft: &mut Draft, before: &[Draft]) {
    hit_in_land(reading, draft);
    go_on(reading, draft, before);
    shelter_there(reading, draft);
    stay_below_heading(reading, draft, before);
    stay_at_scene(reading, draft, before);
    stay_in_place(reading, draft, before);
    close_at_home(reading, draft);
    belong_to_war(reading, draft);
    stay_at_home(reading, draft);
    seat_of_office(reading, draft);
    go_where_told(draft);
    let flees = draft.frame == Frame::Flee || draft.kind == EventKind::Displacement;
    if flees && draft.places.is_empty() {
        draft.places.extend(draft.destination.take());
        draft.places.append(&mut draft.also_to);
    }
}

/// «regained the villages that it had lost»: the main verb tells it, unless the loss has a day of its own.
fn is_recalled_loss(reading: &Reading<'_>, draft: &Draft) -> bool {
    let dated = draft.date.is_some_and(|d| {
        let hit = &reading.dates[d];
        hit.range.is_some() && hit.tokens.start > draft.trigger.0
    });
    let someone = !draft.initiators.is_empty() || !draft.targets.is_empty();
    let told = dated && someone && !draft.places.is_empty() && !draft.is_partial;
    draft.frame == Frame::Lose && draft.is_relative && draft.has_object && !told
}

/// «denied that there was any agreement»: the denial is told, a deal of nothing and nowhere is not.
fn is_denied_deal(draft: &Draft) -> bool {
    let only_describes = draft.is_relative && !draft.is_noun && draft.initiators.is_empty();
    draft.frame == Frame::Deal && draft.places.is_empty() && (draft.stance.is_refuted || only_describes)
}
