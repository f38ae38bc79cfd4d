import { describe, expect, it } from 'vitest';
import { childNamed } from '../../../src/discussion/commands/childNamed.ts';

const children = [
  { childId: 'A', name: 'Zoë O’Brien-Marsh' },
  { childId: 'B', name: 'Jo Li' },
];
const inPlace = (place: string) => childNamed(children, { place });
const ofA = { code: 'childNamed', childId: 'A', where: 'place' };

describe('a child is named where others would read it', () => {
  it.each([
    ['the first name', 'Room 4, ask for Zoë'],
    ['in capitals', 'ZOË'],
    ['without the accent', 'About zoe'],
    ['its possessive', 'Zoe’s school'],
    ['half of a surname', 'The Marsh meeting'],
    ['a surname with another apostrophe', "O'Brien family"],
    ['beside the address of an online meeting', 'https://teams.example/l/zoe for Zoe'],
  ])('%s', (_name, place) => expect(inPlace(place)).toEqual(ofA));
});

describe('nothing is made of', () => {
  it.each([
    ['a place', 'Room 4, Civic Centre'],
    ['part of a longer word', 'Marshall Road, by the zoetrope'],
    ['initials', 'About Z.O. and J.L.'],
    ['a name of two letters', 'Jo Li'],
    ['what is in the address of an online meeting', 'https://teams.example/l/19-zoe-marsh'],
    ['no words at all', ''],
  ])('%s', (_name, place) => expect(inPlace(place)).toBeNull());
});
