import { afterEach, describe, expect, it } from 'vitest';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const again = (date: string) => ({
  outcomes: ['s47Joint', 'followUpDiscussion'],
  details: { 'outcome.followUpDiscussion.date': date, 'outcome.followUpDiscussion.reviewer': 'Hannah Boyle' },
});

/** Not held in its time, which may happen and is never agreed beforehand: it is late, and then it is held. */
const heldOn = async (wall: string): Promise<void> => {
  await story.chair.changesTime(wall, 'It could not be held');
  await story.passUntil(wall);
  await story.arrive();
};

const twoHeld = async (): Promise<void> => {
  story = await begin({ standard: 'sandwell', at: '2026-09-01T10:00' });
  await story.convene({ meetsAt: '2026-09-01T14:00' });
  await story.passUntil('2026-09-01T14:00');
  await story.arrive();
  await story.chair.decides(again('2026-09-29'));
  await story.passUntil('2026-09-02T10:00');
  await story.conveneNext({ meetsAt: '2026-09-29T14:00' });
};

it('each discussion is held within 28 days of the one before, and all within three months (DL-8, DL-9)', async () => {
  await twoHeld();
  expect((await story.chair.agenda()).text).toContain('Deadline: Tuesday 29 September 2026, 11:59pm');

  await story.passUntil('2026-11-09T10:00');
  await heldOn('2026-11-10T14:00');
  await story.chair.decides(again('2026-12-01'));
  expect((await story.letter('socialWorker', 'What follows')).text).toContain(
    'By Tuesday 1 December 2026, 11:59pm: The process is concluded within 3 months of the first discussion.',
  );
  await story.passUntil('2026-11-30T10:00');
  const lastPage = await story.fillNext();
  await expect(story.sendConvening(lastPage, { meetsAt: '2026-12-02T10:00' })).rejects.toThrow(
    'The meeting must start by Tuesday 1 December 2026, 11:59pm.',
  );
  await story.sendConvening(lastPage, { meetsAt: '2026-12-01T14:00' });
  expect((await story.chair.agenda()).text).toContain('Deadline: Tuesday 1 December 2026, 11:59pm');
});

it('past three months it is exceptional, and the Head of Service authorises it, or it is not decided (DL-10)', async () => {
  await twoHeld();
  await story.passUntil('2026-11-09T10:00');
  await heldOn('2026-11-10T14:00');
  await story.chair.decides(again('2026-12-01'));
  await story.passUntil('2026-11-30T10:00');
  await story.conveneNext({ meetsAt: '2026-12-01T14:00' });
  await story.passUntil('2026-12-07T10:00');
  await heldOn('2026-12-08T14:00');

  const page = await story.chair.fillsDecision({ details: { 'further.extension.exceptional': 'no' } });
  expect(page.text).toContain('“Are the circumstances exceptional?” must be yes.');
  expect(page.text).toContain('Answer “Has the Head of Service authorised it?”.');
  const lastPage = await page.press('Continue', {
    'Are the circumstances exceptional?': 'yes',
    'Has the Head of Service authorised it?': 'yes',
    'Name of the Head of Service': 'Rosa Lindqvist',
  });
  await lastPage.done('Record the decision');
  const record = await story.letter('police', 'What was decided');
  expect(record.text).toContain('Name of the Head of Service: Rosa Lindqvist');
});

it('beyond three months the next one is convened only in exceptional circumstances the Head of Service authorises (DL-10)', async () => {
  await twoHeld();
  await story.passUntil('2026-11-09T10:00');
  await heldOn('2026-11-10T14:00');
  await story.chair.decides(again('2026-12-01'));
  await story.passUntil('2026-11-30T10:00');
  await story.conveneNext({
    meetsAt: '2026-12-03T10:00',
    particulars: {
      'Are the circumstances exceptional?': 'yes',
      'Has the Head of Service authorised it?': 'yes',
      'Name of the Head of Service': 'Rosa Lindqvist',
    },
  });
  expect((await story.chair.agenda()).text).toContain('Deadline: Tuesday 8 December 2026, 11:59pm');
  await story.passUntil('2026-12-03T10:00');
  await story.arrive();
  // It has been said, and is not asked again.
  const page = await story.chair.fillsDecision();
  expect(page.text).not.toContain('Are the circumstances exceptional?');
  await page.done('Record the decision');
});

describe('what is new since the discussion before', () => {
  const news = { circumstances: ['immediateRisk'] };
  const heldOnce = async (): Promise<void> => {
    story = await begin({ standard: 'sandwell', at: '2026-09-01T10:00' });
    await story.convene({ meetsAt: '2026-09-01T14:00' });
    await story.passUntil('2026-09-01T14:00');
    await story.arrive();
    await story.chair.decides(again('2026-09-29'));
    await story.passUntil('2026-09-03T10:00');
  };

  it('is not counted from long ago: whoever convenes is asked when it became known', async () => {
    await heldOnce();
    await expect(story.fillNext({ concern: news })).rejects.toThrow('Something is new since the last discussion.');
  });

  it('has a limit that runs from when it became known (T-7)', async () => {
    await heldOnce();
    const referral = { receivedDate: '2026-09-03', receivedTime: '09:00' };
    const people = await story.fillNextToPeople({ referral, concern: news });
    expect(people.text).toContain('Hold it by Thursday 3 September 2026, 11:59pm');
  });
});
