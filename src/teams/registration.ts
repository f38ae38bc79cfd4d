/** How the bot proves who it is to Microsoft, and whom it lets in. */
export interface Registration {
  readonly appType: 'SingleTenant' | 'UserAssignedMSI';
  readonly appId: string;
  readonly tenantId: string;
  readonly password: string | null;
}
