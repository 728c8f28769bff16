//! «arrested ten in a campaign that reached X»: the campaign is how they were arrested, and no battle.

use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::triggers::Frame;

/// Joins a campaign or operation without dead and sides of its own to the arrests or releases told close before it in its
/// sentence.
pub(in crate::events) fn join_campaigns(reading: &Reading<'_>, out: &mut Vec<Draft>) {
    const REACH: usize = 12;
    let campaigns = &reading.knowledge.triggers.lists.campaigns;
    for i in (1..out.len()).rev() {
        let campaign = &out[i];
        let named = campaigns.longest_at(&reading.text, campaign.trigger.0).is_some();
        let bare = campaign.tolls.is_empty() && campaign.targets.is_empty() && campaign.others.is_empty();
        if campaign.frame != Frame::Fight || !campaign.is_noun || !named || !bare {
            continue;
        }
        let near = |d: &Draft| {
            d.frame == Frame::Hold
                && d.sentence == campaign.sentence
                && d.trigger.1 + REACH >= campaign.trigger.0
                && campaign.initiators.iter().all(|a| d.initiators.contains(a))
        };
        let Some(held) = out[..i].iter().rposition(near) else { continue };
        let elsewhere =
            !out[held].places.is_empty() && !out[held].places.iter().all(|p| out[i].places.contains(p));
        if elsewhere && !out[i].places.is_empty() {
            continue;
        }
        let campaign = out.remove(i);
        let held = &mut out[held];
        if !campaign.places.is_empty() {
            held.places = campaign.places;
        }
        held.date = held.date.or(campaign.date);
    }
}

/// «stormed a house and arrested its owner»: leaves out the storming of a house by those who then arrest or free somebody
/// there.
pub(in crate::events) fn join_house_raids(reading: &Reading<'_>, out: &mut Vec<Draft>) {
    for i in (1..out.len()).rev() {
        let (raid, held) = (&out[i - 1], &out[i]);
        let storms = raid.kind == EventKind::Attack && raid.frame == Frame::Strike && !raid.is_noun;
        let lists = &reading.knowledge.triggers.lists;
        let house = |t: usize| {
            let text = &reading.text;
            lists.homes.longest_at(text, t).or_else(|| lists.civil_sites.longest_at(text, t)).is_some()
        };
        let home = (raid.trigger.1..held.trigger.0).any(house);
        let same = (held.acts_on || raid.initiators == held.initiators) && raid.sentence == held.sentence;
        let there = held.places.is_empty() || held.places == raid.places;
        let holds = held.frame == Frame::Hold && !held.is_noun && held.tolls.is_empty();
        if storms && holds && home && same && there && raid.tolls.is_empty() {
            let raid = out.remove(i - 1);
            let held = &mut out[i - 1];
            if held.places.is_empty() {
                held.places = raid.places;
            }
            held.date = held.date.or(raid.date);
        }
    }
}
