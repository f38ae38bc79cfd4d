/**
 * Domains whose mail stays on protected networks from end to end (docs/decisions/011), unless the council names its own
 * with `SECURE_DOMAINS`.
 */
export const usualSecureDomains: readonly string[] = ['gov.uk', 'nhs.net', 'police.uk', 'cjsm.net'];

/** True when what identifies a child may be sent to this address: one in these domains, or a subdomain of them. */
export const isSecureAddress = (email: string | null, domains: readonly string[]): boolean => {
  const domain = email?.split('@').at(-1)?.toLowerCase() ?? '';
  return domains.some((secure) => domain === secure || domain.endsWith(`.${secure}`));
};
