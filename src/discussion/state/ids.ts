/** Ids and moments as they are stored. */
import { z } from 'zod';
import { isRuleId, type RuleId } from '../../practice/language/vocabulary.ts';
import type { Instant } from '../../practice/time/instant.ts';
import type { NoticeId } from './notice.ts';
import type { PersonId } from './people.ts';

const utcInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
export const instantSchema = z.custom<Instant>((v) => typeof v === 'string' && utcInstant.test(v), 'not a UTC instant');
export const personIdSchema = z.custom<PersonId>((v) => typeof v === 'string' && v.length > 0, 'not a person id');
export const noticeIdSchema = z.custom<NoticeId>((v) => typeof v === 'string' && v.length > 0, 'not a notice id');
export const ruleIdSchema = z.custom<RuleId>((v) => typeof v === 'string' && isRuleId(v), 'not a rule id');
