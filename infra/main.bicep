// Everything one council needs in Azure, in one resource group. infra/runbook.md says how it is used.
targetScope = 'resourceGroup'

@description('Begins the name of every resource: lower-case letters, digits and hyphens.')
@minLength(3)
@maxLength(24)
param name string

@description('Where everything is kept. Records of children stay in the United Kingdom.')
@allowed(['uksouth', 'ukwest'])
param location string = 'uksouth'

@description('Replicas and copies are spread over the zones of the region. Not every region has zones.')
param zoneRedundant bool

@description('The image of the bot, by digest. Empty the first time: the registry it is pushed to does not exist yet.')
param botImage string

@description('The image of the OpenTelemetry collector, by digest, from the same registry.')
param collectorImage string

@description('A container of Azure Cosmos DB is being prepared: keys are accepted. False at all other times.')
param preparing bool = false

@description('The name of the council, as people read it.')
param authority string

@description('Tells this authority from others in the container.')
param authorityId string

@description('The mail server that notices leave by. Its password is the secret smtp-password.')
param smtpHost string
param smtpPort int = 587
param smtpUser string
param smtpFrom string

@description('Further variables of the product, such as TELEPHONE or GRAPH_ORGANISER. README.md lists them. No secrets.')
param settings object = {}

@description('The public name of the service. Empty: the name that Azure gives it.')
param customDomain string = ''

@description('The certificate of that name: the resource id of one in the Container Apps environment.')
param certificateId string = ''

@description('The account that a restore has made, which then takes the place of the first. Empty: the first.')
param restoredAccount string = ''

@description('Who is written to when something is wrong.')
param operatorEmail string

@description('A key of the council’s own that encrypts the records: its address in a Key Vault, without a version. Empty: a key of Microsoft’s.')
param customerManagedKeyUri string = ''

@description('The resource id of the identity that may use that key.')
param customerManagedKeyIdentityId string = ''

@description('How many days of logs are kept.')
@minValue(30)
param logRetentionDays int = 90

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: { name: name, location: location }
}

module network 'modules/network.bicep' = {
  name: 'network'
  params: { name: name, location: location }
}

module logs 'modules/logs.bicep' = {
  name: 'logs'
  params: { name: name, location: location, retentionDays: logRetentionDays }
}

module registry 'modules/registry.bicep' = {
  name: 'registry'
  params: { location: location, pullerPrincipalId: identity.outputs.principalId }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: { location: location, readerPrincipalId: identity.outputs.principalId, workspaceId: logs.outputs.workspaceId }
}

module cosmos 'modules/cosmos.bicep' = {
  name: 'cosmos'
  params: {
    name: name
    location: location
    zoneRedundant: zoneRedundant
    preparing: preparing
    restoredAccount: restoredAccount
    principalId: identity.outputs.principalId
    subnetId: network.outputs.privateEndpointsSubnetId
    dnsZoneId: network.outputs.cosmosDnsZoneId
    workspaceId: logs.outputs.workspaceId
    customerManagedKeyUri: customerManagedKeyUri
    customerManagedKeyIdentityId: customerManagedKeyIdentityId
  }
}

module environment 'modules/environment.bicep' = {
  name: 'environment'
  params: {
    name: name
    location: location
    zoneRedundant: zoneRedundant
    subnetId: network.outputs.appsSubnetId
    workspaceId: logs.outputs.workspaceId
  }
}

// The name of the council's own counts once there is a certificate for it.
var host = empty(certificateId) ? '${name}.${environment.outputs.defaultDomain}' : customDomain

module app 'modules/app.bicep' = if (!empty(botImage)) {
  name: 'app'
  params: {
    name: name
    location: location
    environmentId: environment.outputs.id
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    registryServer: registry.outputs.server
    vaultUri: vault.outputs.uri
    cosmosName: cosmos.outputs.name
    cosmosDatabase: cosmos.outputs.database
    insightsConnectionString: logs.outputs.insightsConnectionString
    botImage: botImage
    collectorImage: collectorImage
    preparing: preparing
    host: host
    customDomain: customDomain
    certificateId: certificateId
    authority: authority
    authorityId: authorityId
    smtpHost: smtpHost
    smtpPort: smtpPort
    smtpUser: smtpUser
    smtpFrom: smtpFrom
    settings: settings
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: name
    displayName: 'Strategy discussions'
    host: host
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
  }
}

// Without a bot there is nothing to watch, and its silence would be an alarm.
module alerts 'modules/alerts.bicep' = if (!empty(botImage)) {
  name: 'alerts'
  params: {
    name: name
    location: location
    workspaceId: logs.outputs.workspaceId
    insightsId: logs.outputs.insightsId
    host: host
    operatorEmail: operatorEmail
  }
}

output registryServer string = registry.outputs.server
output vaultName string = vault.outputs.name
output cosmosName string = cosmos.outputs.name
output appId string = identity.outputs.clientId
output publicUrl string = 'https://${host}'
