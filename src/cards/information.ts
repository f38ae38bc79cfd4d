import { z } from 'zod';
import { plain, template, type Card } from './bind.ts';
import { required } from './form.ts';

const bind = template('information', z.object({ reference: plain, nonce: plain, text: plain }));

export const informationCard = (reference: string, nonce: string, text = ''): Card => bind({ reference, nonce, text });

export const informationForm = z.object({ text: required('The information', 4000, 'Enter the information.') });
