//! From mentions to drafts, sentence by sentence.

use super::acts::agreed::agree;
use super::acts::deal_terms::{leave_swap_to_deal, leave_truce_to_deal};
use super::acts::draft::{Draft, Scope};
use super::acts::falls::kills_on;
use super::acts::flags::raise_flags;
use super::acts::fled::keep_one_end;
use super::acts::freed::{fly_home, follow_freed, swap_nowhere};
use super::acts::murders::join_murders;
use super::acts::office::{is_origin, join_decrees, seat_of_office};
use super::acts::repelled::repel_known;
use super::acts::thin::{drop_thin, mark_thin};
use super::acts::told::{has_commentator, holds, is_raid, is_untold_act};
use super::acts::weapon::raid_on_persons;
use super::clauses::clause::{Clause, Opener, clauses, is_state};
use super::clauses::item::{Item, What};
use super::clauses::itemize::items;
use super::days::dated::{fills_time, is_since};
use super::days::own_day::day_of_carrier;
use super::days::to_come::{look_ahead, until_taken, would_take};
use super::days::when::date_of;
use super::doers::bombers::name_bombers;
use super::doers::captors::name_captors;
use super::doers::died_by::name_senders;
use super::doers::expelled::join_expulsions;
use super::doers::fought_for::{name_takers_fighting, name_takers_held_off};
use super::doers::handed::{name_followers, name_losers, name_takers, name_winners};
use super::doers::laid::lay_to_named;
use super::doers::observers::leave_to_others;
use super::doers::outcome::name_by_outcome;
use super::doers::recall::{
    Subject, act_on_in_sentence, flee_from, go_on, include_places, list_objects, look_back, object_places,
};
use super::doers::told_next::{name_in_headlines, name_in_sentences};
use super::joins::after_others::add_fallen_before;
use super::joins::blasts::join_blasts;
use super::joins::campaigns::{join_campaigns, join_house_raids};
use super::joins::entered::drop_entries;
use super::joins::gapped::go_on_in_lists;
use super::joins::got_away::drop_endings;
use super::joins::headline_attack::{take_kind_of_headline, tell_how};
use super::joins::in_course::join_courses;
use super::joins::join::{
    count_as_strike, join_aftermath, join_causes, join_closures, join_gains, join_harm, join_held_meetings,
    join_losses, join_means, join_meetings, join_raids, join_strikes, name_doers,
};
use super::joins::listed::{Heading, enlist};
use super::joins::resumed_on::resume_on;
use super::joins::rows::tell_rows;
use super::joins::shot_dead::join_shot_dead;
use super::joins::spread::spread_on;
use super::mentions::reading::{ActorClass, Reading};
use super::parsed::{Parsed, parsed};
use super::scenes::antecedent::place_before;
use super::scenes::closed_border::close_at_home;
use super::scenes::deal_ground::{lie_where_fought, visit_it};
use super::scenes::heading_place::stay_below_heading;
use super::scenes::home_place::{stay_at_home, stay_in_place};
use super::scenes::in_city::lie_in_town;
use super::scenes::left::leave_what_is_taken;
use super::scenes::main_place::recall_to_main_place;
use super::scenes::speech_place::{is_link, leave_rostrum, stand_at};
use super::scenes::taken_in::{lie_in, take_what_was_lost};
use super::scenes::topic::leave_topic;
use super::scenes::whither::{go_where_told, shelter_there};
use super::scenes::whole_fight::stay_at_scene;
use super::scenes::whole_war::belong_to_war;
use super::scenes::witness::happen_to_witness;
use super::targets::aim::aim;
use super::tolls::attach::{attach, date_tolls, part_from_takers, share_places};
use super::tolls::mishaps::is_mishap;
use super::tolls::own_death::drop_own_deaths;
use super::tolls::shared_out::share_out;
use super::tolls::toll::tolls;
use super::tolls::uncounted::{drop_counted, drop_uncounted};
use super::tolls::updated::{raise_in_sentence, raises_toll};
use super::voices::claimed::{own_up, own_up_to};
use super::voices::declared::is_announced_only;
use super::voices::denial::take_in_denied;
use super::voices::denied_before::deny_what_was_told;
use super::voices::failed::fail;
use super::voices::own_words::answer_for_words;
use super::voices::speakers::credit_tolls;
use super::voices::voice::Voice;
use super::voices::words_said::words_said;
use super::{EventKind, Modality};
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// All drafts of an article in the order of the text, hypothetical ones too.
pub(super) fn drafts(reading: &Reading<'_>) -> Vec<Draft> {
    let mut out: Vec<Draft> = Vec::with_capacity(2 * reading.sentences.len()); // more are rare
    let mut voice = Voice::default();
    let mut last = Subject::default();
    let mut heading = None;
    for (s, parsed) in parsed(reading).enumerate() {
        let mut found = sentence(reading, s, parsed, &out, (&mut voice, &mut last), &mut heading);
        leave_to_others(reading, s, &mut found);
        raise_in_sentence(reading, &mut found);
        found.retain(|d| !raises_toll(reading, d, &mut out));
        own_up_to(reading, &found, &mut out);
        lay_to_named(reading, s, &mut found, &mut out);
        stand_at(&mut out, s, voice.speaker.stands_at.take());
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
    drop_own_deaths(reading, out);
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
    name_winners(reading, out);
    join_aftermath(reading, out);
    join_losses(reading, out);
    name_takers_fighting(reading, out);
    out.retain(|d| !is_denied_deal(d));
    out.retain(|d| !fills_time(reading, d) && !is_mishap(reading, d));
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
    (voice, last): (&mut Voice, &mut Subject),
    heading: &mut Option<Heading>,
) -> Vec<Draft> {
    let Parsed { items, clauses, contents, mut out, triggers } = parsed;
    if items.is_empty() {
        return out;
    }
    let tokens = reading.sentences[s].tokens.clone();
    let comments = voice.comments(&items, &clauses);
    voice.speaker.hear(reading, s, &items, &clauses);
    for (n, (c, i)) in triggers.into_iter().enumerate() {
        let scope = Scope { reading, items: &items, clauses: &clauses, c };
        let (told, rest) = out.split_at_mut(n);
        let found = &mut rest[0];
        voice.speaker.lend(scope, found);
        fail(scope, i, found);
        date(scope, &contents, i, found);
        found.is_dependent = depends(&items, &clauses[c], i) || kills_on(scope, i);
        found.is_relative = clauses[c].opener == Opener::Relative;
        lie_in(scope, i, found);
        found.is_armed = found.initiators.iter().any(|&a| reading.actors[a].class == ActorClass::Armed);
        found.quote = quote(scope, i, found);
        let speech = found.stance.content_of.or(clauses[c].speech().map(|_| c));
        found.stance.is_comment = speech.is_some_and(|s| comments[s]) || is_by_commentator(&items, found);
        place_before(scope, i, found);
        super::scenes::hosted::host(scope, i, found);
        happen_to_witness(scope, found);
        repel_known(scope, i, found);
        agree(scope, i, found);
        super::days::reached_by::take_makers(scope, i, found);
        include_places(reading, &items, i, found);
        list_objects(reading, &items, &clauses[c], found);
        lie_in_town(reading, found);
        keep_one_end(scope, found);
        swap_nowhere(scope, found);
        count_as_strike(&items, i, found, told.last());
        leave_rostrum(scope, i, found);
        leave_topic(scope, i, found);
        found.is_own_act = is_own_act(scope, found) || only_says(scope, i, found);
    }
    if !out.is_empty() {
        join_all(reading, &items, &clauses, &mut out);
        recall(reading, &mut out, before, last);
        go_on_counting(reading, &items, &mut out);
    }
    last.note(reading, s, &clauses);
    voice.speaker.note(reading, s, &items, &clauses);
    attach_tolls(reading, tokens, s, &mut out);
    let scope = Scope { reading, items: &items, clauses: &clauses, c: 0 };
    if !out.is_empty() {
        place_tolls(scope, &mut out);
        complete(reading, &mut out);
    }
    enlist(reading, s, (&items, &clauses), last, heading, &mut out);
    tell_rows(reading, s, &items, before, &mut out);
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

/// Gives the killed and wounded of the sentence with these tokens to the acts that caused them.
fn attach_tolls(reading: &Reading<'_>, tokens: std::ops::Range<usize>, s: usize, out: &mut Vec<Draft>) {
    let counted = tolls(reading, tokens.start, tokens.end);
    drop_counted(reading, &counted, out);
    attach(reading, out, counted, s);
}

/// Who tells of the killed and wounded of a sentence, when and where they were.
fn place_tolls(scope: Scope<'_, '_>, out: &mut Vec<Draft>) {
    raid_on_persons(scope.reading, out);
    credit_tolls(scope, out);
    date_tolls(scope.reading, out, scope.items);
    share_out(scope.reading, scope.items, out);
}

/// Gives the drafts that name no place the one where the story plays, and drops those of which too little is told. A raid
/// of nobody, on nobody, nowhere tells nothing.
fn settle_all(reading: &Reading<'_>, out: &mut Vec<Draft>, before: &[Draft]) {
    for i in 0..out.len() {
        let (here, rest) = out.split_at_mut(i);
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
    }
}

/// The date of a draft, and what follows from it.
fn date(scope: Scope<'_, '_>, contents: &[Option<usize>], i: usize, found: &mut Draft) {
    found.date = day_of_carrier(scope, i, found).or_else(|| date_of(scope, contents, i));
    found.is_since = is_since(scope, i, found);
    let made = made_on(scope, i, found);
    // «in execution of the agreement that was reached on Sunday»: it has been reached.
    if made.is_some() && found.stance.modality == Modality::Planned {
        found.stance.modality = Modality::Asserted;
    }
    found.date = made.or(found.date);
    found.is_named_by_day = made.is_some() || is_named_by_day(scope, i, found);
    look_ahead(scope, i, found);
    would_take(scope, i, found);
    until_taken(scope, i, found);
}

/// Who does what the sentence only counts up, and the drafts that tell of one act.
fn join_all(reading: &Reading<'_>, items: &[Item], clauses: &[Clause], out: &mut Vec<Draft>) {
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

/// «according to the researcher X»: does the draft rest on the word of someone who only comments?
fn is_by_commentator(items: &[Item], draft: &Draft) -> bool {
    draft.stance.attribution.as_ref().is_some_and(|who| {
        let from = items.partition_point(|i| i.from < who.from);
        let to = items.partition_point(|i| i.from < who.to).max(from);
        who.actors.is_empty() && has_commentator(&items[from..to])
    })
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

/// «which killed ten», «so ten were killed», «raids on X, ten were killed in them»: does the clause of the verb at item
/// `i` only go on with what stands before it?
fn depends(items: &[Item], clause: &Clause, i: usize) -> bool {
    let so = items[i].affixes.has(Affixes::FA);
    let in_it = !items[i].is_joined() && items.get(i + 1).is_some_and(|n| n.is_cue(Cue::There));
    let goes_on = clause.opener == Opener::Joined && (so || in_it);
    // «…, and also ten were killed»: another matter.
    let another = items[clause.items.start].is_cue(Cue::Contrast);
    goes_on || clause.opener == Opener::Relative || clause.opener == Opener::Subordinate && !another
}

/// The words that carry the act: trigger, the actors around it, the first place.
fn quote(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> (usize, usize) {
    let clause = scope.clause();
    let (mut from, mut to) = draft.trigger;
    let lo = scope.items[clause.items.start].from;
    let hi = scope.items[clause.items.end - 1].to;
    let reading = scope.reading;
    let parts = draft.initiators.iter().chain(&draft.targets).map(|&a| &reading.actors[a].tokens);
    let places = draft.places.first().map(|&p| &reading.places[p].tokens);
    for tokens in parts.chain(places) {
        if tokens.start >= lo && tokens.end <= hi {
            (from, to) = (from.min(tokens.start), to.max(tokens.end));
        }
    }
    if draft.has_vague_place && draft.places.is_empty() {
        // «took over the palace»: the thing, though no place.
        const REACH: usize = 4;
        let window = scope.items[item + 1..scope.window_end(item)].iter();
        let thing = window.take(REACH).take_while(|i| !matches!(i.what, What::Comma | What::Stop));
        to = thing.last().map_or(to, |i| to.max(i.to));
    }
    if let Some(f) = clause.finite.filter(|f| f.item < item && draft.is_carried) {
        from = from.min(scope.items[f.item].from);
    }
    (from, to)
}

/// «the agreement between X and Y in March 2020»: a date written out follows the noun, with no verb between.
fn is_named_by_day(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    let Some(date) = draft.date.filter(|_| draft.is_noun).map(|d| &scope.reading.dates[d]) else {
        return false;
    };
    let end = scope.clause().items.end;
    let at = (item + 1..end).find(|&i| scope.items[i].from >= date.tokens.start);
    let Some(between) = at.map(|at| &scope.items[item + 1..at]) else { return false };
    // «an agreement concluded on Friday»: a verb of making right behind it says when it was made.
    let makes = |i: &Item| i.verb_cue().is_some_and(|c| matches!(c.0, Cue::Light | Cue::Speech(_)));
    let made = between.iter().take(3).any(makes);
    let acts = |i: &Item| i.verb_trigger().is_some_and(|(t, _)| t.need.is_none());
    let told = between.iter().any(|i| acts(i) || i.what == What::Comma);
    (date.basis == "absolute" || made) && date.tokens.start >= scope.items[item].to && !told
}

/// «the agreement, which was announced on Sunday»: the day on which a deal was made, told in the clause behind it.
fn made_on(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> Option<usize> {
    let next = scope.clauses.get(scope.c + 1).filter(|n| n.opener == Opener::Relative)?;
    // «the agreement "of the four towns", which»
    let quoted = scope.items.get(item + 1).is_some_and(|n| n.what == What::Quote);
    let ends = scope.clause().items.end <= item + if quoted { 7 } else { 3 };
    let makes = next.finite.is_some_and(|f| {
        matches!(
            f.cue,
            Some(Cue::Light | Cue::PassiveLight | Cue::Speech(crate::knowledge::status::Speech::Announce))
        )
    });
    if draft.frame != Frame::Deal || !draft.is_noun || !ends || !makes {
        return None;
    }
    scope.items[next.items.clone()].iter().find_map(|i| match i.what {
        What::Date(d) if scope.reading.dates[d].range.is_some() => Some(d),
        _ => None,
    })
}

/// Is the act only where somebody comes from, a link to another text, or an announcement?
fn only_says(scope: Scope<'_, '_>, i: usize, draft: &Draft) -> bool {
    is_origin(scope, i, draft) || is_link(scope, i, draft) || is_announced_only(scope, i, draft)
}

/// Does a side only speak of what it is doing, without place or day? That is a statement.
fn is_own_act(scope: Scope<'_, '_>, draft: &Draft) -> bool {
    let Some(speech) = draft.stance.content_of else { return false };
    let speaker = &scope.clauses[speech].subject;
    let is_imperfect =
        scope.clause().finite.is_some_and(|f| f.verb.tense == crate::text::inflect::Tense::Imperfect);
    let same = !speaker.is_empty() && draft.initiators.iter().all(|a| speaker.contains(a));
    let nowhere = draft.places.is_empty() && !draft.points_back && !draft.has_vague_place;
    !draft.is_noun && is_imperfect && same && nowhere
}
