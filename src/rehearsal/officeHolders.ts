/** Those who do something for the fictional council beside taking part. Nobody here exists. */
import { councilTenantId, inTenant, type FictionalPerson } from './fictionalPerson.ts';

const agency = 'Exampleshire County Council';

export const officeHolders: readonly FictionalPerson[] = [
  inTenant(councilTenantId, {
    id: 'olive-marsh',
    name: 'Olive Marsh',
    title: 'Records officer',
    agency,
    roles: ['professional'],
    rank: null,
    offices: ['recordsOfficer'],
    email: 'olive.marsh@exampleshire.gov.uk',
    telephone: '01632 960 119',
    note: 'Puts signed records into the child’s file. Type /strategy filing.',
  }),
  inTenant(councilTenantId, {
    id: 'idris-quayle',
    name: 'Idris Quayle',
    title: 'Information governance officer',
    agency,
    roles: ['professional'],
    rank: null,
    offices: ['auditor'],
    email: 'idris.quayle@exampleshire.gov.uk',
    telephone: '01632 960 120',
    note: 'Looks after who reads what. Type /strategy audit and a reference.',
  }),
  inTenant(councilTenantId, {
    id: 'petra-lund',
    name: 'Petra Lund',
    title: 'Systems administrator',
    agency,
    roles: ['professional'],
    rank: null,
    offices: ['administrator'],
    email: 'petra.lund@exampleshire.gov.uk',
    telephone: '01632 960 121',
    note: 'Looks after the service. Type /strategy service.',
  }),
];
