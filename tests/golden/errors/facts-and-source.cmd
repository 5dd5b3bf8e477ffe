draft - --facts -
