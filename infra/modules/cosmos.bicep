// The account that holds the records. infra/cosmos.md says why it is as it is. The product creates the container itself.
param name string
param location string
param zoneRedundant bool
param preparing bool
param restoredAccount string
param principalId string
param subnetId string
param dnsZoneId string
param workspaceId string
param customerManagedKeyUri string
param customerManagedKeyIdentityId string

// Built-in Data Contributor: reads and writes items, and can create or delete no container.
var dataContributor = '00000000-0000-0000-0000-000000000002'

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-05-15' = {
  name: empty(restoredAccount) ? '${name}-${uniqueString(resourceGroup().id)}' : restoredAccount
  location: location
  kind: 'GlobalDocumentDB'
  identity: empty(customerManagedKeyUri)
    ? { type: 'None' }
    : { type: 'UserAssigned', userAssignedIdentities: { '${customerManagedKeyIdentityId}': {} } }
  properties: union(
    {
      databaseAccountOfferType: 'Standard'
      locations: [{ locationName: location, failoverPriority: 0, isZoneRedundant: zoneRedundant }]
      enableMultipleWriteLocations: false
      consistencyPolicy: {
        defaultConsistencyLevel: 'BoundedStaleness'
        maxIntervalInSeconds: 300
        maxStalenessPrefix: 100000
      }
      backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: 'Continuous30Days' } }
      publicNetworkAccess: 'Disabled'
      disableLocalAuth: !preparing
      minimalTlsVersion: 'Tls12'
    },
    empty(customerManagedKeyUri)
      ? {}
      : {
          keyVaultKeyUri: customerManagedKeyUri
          defaultIdentity: 'UserAssignedIdentity=${customerManagedKeyIdentityId}'
        }
  )
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-05-15' = {
  parent: account
  name: 'strategy'
  properties: {
    resource: { id: 'strategy' }
    options: { autoscaleSettings: { maxThroughput: 1000 } }
  }
}

resource access 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-05-15' = {
  parent: account
  name: guid(account.id, principalId, dataContributor)
  properties: {
    principalId: principalId
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/${dataContributor}'
    scope: account.id
  }
}

// A statutory record is not deleted by a slip in the portal.
resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  scope: account
  name: 'records'
  properties: {
    level: 'CanNotDelete'
    notes: 'Records of strategy discussions. infra/runbook.md says how they are removed.'
  }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2023-11-01' = {
  // Of this account: it cannot be turned to another.
  name: '${account.name}-records'
  location: location
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      { name: 'records', properties: { privateLinkServiceId: account.id, groupIds: ['Sql'] } }
    ]
  }
}

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2023-11-01' = {
  parent: endpoint
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [{ name: 'cosmos', properties: { privateDnsZoneId: dnsZoneId } }]
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account
  name: 'requests'
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [
      { category: 'ControlPlaneRequests', enabled: true }
      { category: 'DataPlaneRequests', enabled: true }
    ]
  }
}

output name string = account.name
output database string = database.name
