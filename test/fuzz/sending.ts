/** Sends one input as its client would, and what came back. */
import { SignJWT, UnsecuredJWT, exportSPKI, type JWTPayload } from 'jose';
import { executeActivity, messageActivity, type Activity } from '../../src/rehearsal/activity.ts';
import { channel } from '../../src/rehearsal/places.ts';
import type { FictionalPerson } from '../../src/rehearsal/fictionalPerson.ts';
import { newcomer, outsider, personNamed } from '../teams/activities.ts';
import type { Input, Person } from './inputs.ts';
import { appId, tenantId } from '../door/live.ts';
import type { World } from './world.ts';

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Milliseconds. */
  readonly ms: number;
}

const cast: Readonly<Record<Person, FictionalPerson>> = {
  nobody: newcomer,
  elsewhere: outsider,
  uninvited: personNamed('nadia-hussain'),
  chair: personNamed('priya-shah'),
  socialWorker: personNamed('ellie-vaughan'),
  police: personNamed('tom-reyes'),
};

let sent = 0;
const serviceUrl = 'https://smba.trafficmanager.net/uk/';

const settingOf = ({ origin }: World) => ({
  serviceUrl: `${origin}/rehearsal/connector`,
  now: new Date('2026-09-15T09:00:00Z'),
});

const request = async (url: string, init: RequestInit): Promise<Answer> => {
  const from = performance.now();
  const response = await fetch(url, { ...init, redirect: 'manual' });
  const text = await response.text();
  return { status: response.status, text, ms: performance.now() - from };
};

const deliver = (origin: string, activity: Activity, headers: Readonly<Record<string, string>>, world: World) =>
  request(`${origin}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(activity)
      .replaceAll('REAL', world.references.open)
      .replaceAll('DECIDED', world.references.decided),
  });

const activityOf = (input: Extract<Input, { on: 'press' | 'typed' | 'activity' }>, world: World): Activity => {
  sent += 1;
  const setting = settingOf(world);
  const person = cast[input.who];
  if (input.on === 'press') {
    const use = { id: `f:${sent}`, person, place: channel, thread: 'root', messageId: 'root' };
    const action = { verb: input.verb, data: input.data } as Activity;
    return executeActivity(setting, use, action, input.isAutomatic ? 'automatic' : 'manual');
  }
  const id = `fuzz-${sent}`;
  const said = { id, person, place: channel, thread: id, mentionsBot: true, isPrivate: false };
  return input.on === 'typed'
    ? { ...messageActivity(setting, { ...said, text: input.text }), ...input.shape }
    : { ...messageActivity(setting, { ...said, text: '/strategy help' }), ...input.over };
};

const viaLink = ({ cut, put, form }: Extract<Input, { on: 'link' }>, { origin, link }: World): Promise<Answer> => {
  const token = link.slice(0, cut) + put + link.slice(cut + put.length);
  const url = `${origin}/reply/${encodeURI(token.toWellFormed())}`;
  return form === null
    ? request(url, {})
    : request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(
          Object.fromEntries(Object.entries(form).map(([name, text]) => [name, text.toWellFormed()])),
        ).toString(),
      });
};

const tokenOf = async ({ signer, claims, cut }: Extract<Input, { on: 'token' }>, { microsoft }: World) => {
  const seconds = Math.floor(Date.now() / 1_000);
  const genuine = { iss: 'https://api.botframework.com', aud: appId, serviceurl: serviceUrl };
  const all: JWTPayload = { nbf: seconds - 60, exp: seconds + 3_600, ...genuine, ...claims };
  const { channel: ours } = microsoft;
  const header = { alg: 'RS256', typ: 'JWT', kid: ours.kid };
  const token = await (signer === 'none'
    ? new UnsecuredJWT(all).encode()
    : signer === 'publicKey'
      ? new SignJWT(all)
          .setProtectedHeader({ ...header, alg: 'HS256' })
          .sign(new TextEncoder().encode(await exportSPKI(ours.publicKey)))
      : new SignJWT(all).setProtectedHeader({ ...header, kid: microsoft[signer].kid }).sign(microsoft[signer].key));
  return cut === null ? token : token.slice(0, cut) + token.slice(cut + 1);
};

/** A press that changes nothing for anybody, let in only with a token that Teams signed for this bot. */
const toLive = async (input: Extract<Input, { on: 'token' }>, world: World): Promise<Answer> => {
  sent += 1;
  const press = { on: 'press', who: 'nobody', verb: 'agenda.show', data: { reference: 'SD-222222' } } as const;
  const activity = { ...activityOf({ ...press, isAutomatic: false }, world), serviceUrl };
  const caller = `10.${(sent >> 16) & 255}.${(sent >> 8) & 255}.${sent & 255}`;
  const token = (await tokenOf(input, world)).replace(/[^\w.-]/g, '');
  const headers = { 'x-forwarded-for': caller, authorization: `Bearer ${token}` };
  return deliver(world.live, { ...activity, conversation: { id: '19:x', tenantId } }, headers, world);
};

export const send = (input: Input, world: World): Promise<Answer> => {
  switch (input.on) {
    case 'link':
      return viaLink(input, world);
    case 'token':
      return toLive(input, world);
    default:
      return deliver(world.origin, activityOf(input, world), {}, world);
  }
};
