/** Whether the directory can fill a discussion today and tonight, and everybody in it can be told. */
import { availableNow } from '../directory/available.ts';
import { createDirectory, type Directory, type DirectoryPerson } from '../directory/directory.ts';
import { answersForService } from '../directory/reach.ts';
import { isSecureAddress } from '../directory/secureDomains.ts';
import type { Practice } from '../practice/practice.ts';
import { formatLondon, londonDate, londonTimeToInstant } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import { unfillableSeats } from '../practice/unfillable.ts';
import type { DirectoryRows } from '../store/rows.ts';
import type { Around, Deployment } from './deployment.ts';
import { findingsOf, type Finding } from './finding.ts';

const seats = findingsOf('directory');
const tonight = findingsOf('tonight');
const service = findingsOf('service manager');
const told = findingsOf('reaching people');

const fill = 'Add who is missing with strategy -- directory import.';

export const checkPeople = async (
  rows: DirectoryRows,
  { secureDomains }: Deployment,
  { practice, now }: Around,
): Promise<readonly Finding[]> => {
  const directory = createDirectory(rows);
  const people = await directory.all();
  return [
    seatsToday(people, practice),
    await seatsTonight(people, directory, practice, now()),
    (await answersForService(directory)) === undefined
      ? service.fault('Nobody in the directory has the rank serviceManager: warnings go to the convenor alone.', fill)
      : service.good('Somebody hears of what is late.'),
    await reaching(directory, secureDomains, now()),
  ];
};

const seatsToday = (people: readonly DirectoryPerson[], practice: Practice): Finding => {
  if (people.length === 0) return seats.fault('The directory is empty.', fill);
  const missing = unfillableSeats(practice, people);
  return missing.length === 0
    ? seats.good(`The ${people.length} people can fill every seat of ${practice.standard.title}.`)
    : seats.fault(missing.map(({ rule, words }) => `${words} (${rule})`).join(' '), fill);
};

/** At ten in the evening, when nobody answers who is not on duty. */
const seatsTonight = async (
  people: readonly DirectoryPerson[],
  directory: Directory,
  practice: Practice,
  now: Instant,
): Promise<Finding> => {
  const evening = londonTimeToInstant(londonDate(now), '22:00');
  const at = evening.kind === 'exact' ? evening.at : now;
  const onDuty = await directory.onDuty(at);
  const mend = 'Take the rota with strategy -- rota import, nights and weekends too.';
  if (onDuty.length === 0) return tonight.warning(`By the rota nobody is on duty at ${formatLondon(at)}.`, mend);
  const there = people.filter(({ id }) => onDuty.some(({ personId }) => personId === id));
  const missing = unfillableSeats(practice, there).filter(({ isAlways }) => isAlways);
  return missing.length === 0
    ? tonight.good(`Who is on duty at ${formatLondon(at)} can fill every seat that is always needed.`)
    : tonight.warning(
        `Of those on duty at ${formatLondon(at)} nobody can take: ${missing.map(({ seat }) => seat).join(', ')}.`,
        mend,
      );
};

const reaching = async (directory: Directory, secureDomains: readonly string[], now: Instant): Promise<Finding> => {
  const everybody = await availableNow(directory, now);
  const unreached = everybody.filter(({ reached }) => reached === 'neither');
  const inClear = everybody.filter(
    ({ reached, person }) => reached === 'email' && !isSecureAddress(person.email, secureDomains),
  );
  if (unreached.length + inClear.length === 0)
    return told.good('Everybody is reached in Teams or at a secure address.');
  return told.warning(
    `${unreached.length} can only be telephoned, and ${inClear.length} have an address to which nothing about a child is sent.`,
    'Give them a Teams account, a secure address or an agency inbox: strategy -- directory list shows them.',
  );
};
