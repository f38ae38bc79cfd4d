/** The faults that are switched on, for trying what the product does when Teams or the mail server fails. */
import { Router } from 'express';
import { faultsShape, type Faults } from '../faults.ts';
import { bodyOf } from './asked.ts';

export const faultRoutes = (faults: Faults): Router => {
  const router = Router();
  router.get('/', (_req, res) => {
    res.json(faults.list());
  });
  router.post('/', (req, res) => {
    faults.add(bodyOf(faultsShape, req));
    res.json(faults.list());
  });
  router.delete('/', (_req, res) => {
    faults.clear();
    res.json([]);
  });
  return router;
};
