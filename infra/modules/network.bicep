// A network of its own: the bot in one subnet, the private endpoint of its records in another.
param name string
param location string

resource network 'Microsoft.Network/virtualNetworks@2023-11-01' = {
  name: '${name}-network'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.40.0.0/22'] }
    subnets: [
      {
        name: 'apps'
        properties: {
          addressPrefix: '10.40.0.0/23'
          delegations: [{ name: 'apps', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'private-endpoints'
        properties: { addressPrefix: '10.40.2.0/26' }
      }
    ]
  }

  resource apps 'subnets' existing = { name: 'apps' }
  resource privateEndpoints 'subnets' existing = { name: 'private-endpoints' }
}

// In this network the name of the account leads to its private endpoint.
resource cosmosZone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: 'privatelink.documents.azure.com'
  location: 'global'
}

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = {
  parent: cosmosZone
  name: '${name}-network'
  location: 'global'
  properties: {
    registrationEnabled: false
    virtualNetwork: { id: network.id }
  }
}

output appsSubnetId string = network::apps.id
output privateEndpointsSubnetId string = network::privateEndpoints.id
output cosmosDnsZoneId string = cosmosZone.id
